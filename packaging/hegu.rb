# Homebrew. The checksum is that of the release's source archive; the release workflow prints it.
class Hegu < Formula
  desc "Acupressure companion in the terminal"
  homepage "https://github.com/hegu/hegu"
  url "https://github.com/hegu/hegu/archive/refs/tags/v0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license all_of: ["MIT", "CC-BY-4.0"]

  depends_on "rust" => :build

  def install
    system "cargo", "install", *std_cargo_args
    system bin/"hegu", "man", buildpath/"man"
    man1.install Dir[buildpath/"man/*.1"]
    generate_completions_from_executable(bin/"hegu", "completions")
  end

  test do
    assert_match "Joining Valley", shell_output("#{bin}/hegu --home #{testpath} --lang en point LI4")
  end
end

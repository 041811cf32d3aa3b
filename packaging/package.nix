# Nix: nix-build -E 'with import <nixpkgs> {}; callPackage ./packaging/package.nix {}'
{ lib, rustPlatform, installShellFiles }:

rustPlatform.buildRustPackage {
  pname = "hegu";
  version = "0.1.0";
  src = lib.cleanSource ../.;
  cargoLock.lockFile = ../Cargo.lock;
  nativeBuildInputs = [ installShellFiles ];

  postInstall = ''
    export HEGU_HOME=$TMPDIR/none
    $out/bin/hegu --lang en man man
    $out/bin/hegu --lang da man man-da
    installManPage man/*.1
    mkdir -p $out/share/man/da/man1 && cp man-da/*.1 $out/share/man/da/man1/
    installShellCompletion --cmd hegu \
      --bash <($out/bin/hegu completions bash) \
      --zsh <($out/bin/hegu completions zsh) \
      --fish <($out/bin/hegu completions fish)
  '';

  meta = {
    description = "Acupressure companion in the terminal";
    license = with lib.licenses; [ mit cc-by-40 ];
    mainProgram = "hegu";
  };
}

//! Keeps the machine awake, where a well-kept way exists: systemd's inhibitor, the Mac's `caffeinate`,
//! Windows' execution state. Each ends by itself when hegu is gone, however it went: the first and the last
//! read from a pipe that closes with us, the second watches our process.

use std::ffi::OsStr;
use std::process::{Child, Command, Stdio};

use super::tools::find;

/// While this lives, the machine does not fall asleep by itself.
#[derive(Debug)]
pub(super) struct Awake(Child);

/// Asks for an awake system and screen, then waits until the pipe closes.
const STATE: &str = "$t = Add-Type -PassThru -Name P -Namespace H -MemberDefinition \
    '[DllImport(\"kernel32.dll\")] public static extern uint SetThreadExecutionState(uint f);'; \
    $null = $t::SetThreadExecutionState(0x80000003); $null = [Console]::In.ReadToEnd()";

impl Awake {
    /// Holds the machine awake, if there is a way.
    pub(super) fn hold(path: &OsStr) -> Option<Awake> {
        let mut command = if let Some(inhibit) = find(path, "systemd-inhibit") {
            let cat = find(path, "cat")?;
            let mut command = Command::new(inhibit);
            command
                .args(["--what=idle", "--mode=block", "--who=hegu", "--why=practice"])
                .arg(cat);
            command
        } else if let Some(caffeinate) = find(path, "caffeinate") {
            let mut command = Command::new(caffeinate);
            command.args(["-di", "-w", &std::process::id().to_string()]);
            command
        } else if cfg!(windows) {
            let mut command = Command::new(find(path, "powershell")?);
            command.args(["-NoProfile", "-NonInteractive", "-Command", STATE]);
            command
        } else {
            return None;
        };
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()
            .map(Awake)
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

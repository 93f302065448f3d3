import Foundation
import Vocabulary

/// A new password, asked for twice on a terminal that does not show it, or read from a file; never from an argument,
/// which others on the machine could see.
enum PasswordAsked {
    /// - Parameter file: `--password-file`: its first line; `-` for standard input. Nil asks on the terminal.
    /// - Throws: `Refusal`: `password-missing`, `password-differs`, `password-unreadable`, `password-not-given`.
    static func new(file: String?) throws -> String {
        if let file { return try read(file) }
        guard isatty(STDIN_FILENO) == 1 else {
            throw Refusal(
                .usage, code: "password-missing", "There is no terminal on which to ask for the password.",
                remedy: "Give --password-file FILE, or - to read it from standard input.")
        }
        let first = try ask("New password: ")
        guard try ask("The same again: ") == first else {
            throw Refusal(
                .input, code: "password-differs", "The two passwords are not the same.", remedy: "Try again.")
        }
        return first
    }

    /// The first line of a file, without its end.
    static func read(_ file: String) throws -> String {
        let bytes = try InputBytes.read(file, atMost: 4_096)
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let text = String(validating: line, as: UTF8.self), !text.isEmpty else {
            throw Refusal(
                .input, code: "password-unreadable", "The first line of \(file) is no password.",
                remedy: "Write the password alone on the first line, as UTF-8.")
        }
        if file != "-", let rights = try? FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int,
            rights & 0o077 != 0
        {
            Printing.warning("\(file) may be read by others on this machine: remove it, or use chmod 600.")
        }
        return text
    }

    /// One line typed on the terminal, which shows nothing of it.
    private static func ask(_ question: String) throws -> String {
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else { throw given }
        var hidden = shown
        // Without ISIG an interrupt comes as a character, so that the terminal is never left silent.
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 else { throw given }
        defer {
            _ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        FileHandle.standardError.write(Data(question.utf8))
        guard let line = readLine(), !line.contains("\u{3}"), !line.contains("\u{1C}") else { throw given }
        return line
    }

    private static let given = Refusal(
        .usage, code: "password-not-given", "No password was given; nothing was changed.")
}

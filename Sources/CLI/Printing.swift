import Foundation

/// Standard output and standard error, whole lines.
package enum Printing {
    package static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    static func text(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func warning(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// True where a person watches standard error: progress is for them alone.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Replaces the line on the terminal; nothing elsewhere.
    package static func progress(_ text: String) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }

    /// The terminal's width where output goes to one, else 120.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 40 else {
            return 120
        }
        return Int(size.ws_col)
    }
}

import Foundation

/// Standard output and standard error, whole lines.
package enum Printing {
    package static func line(_ text: String) {
        FileHandle.standardOutput.write(Data((visible(text) + "\n").utf8))
    }

    /// Text for a program or a file, as it is; on a terminal, as people may safely see it.
    static func text(_ text: String) {
        let isSeen = isatty(STDOUT_FILENO) == 1
        FileHandle.standardOutput.write(Data((isSeen ? visible(text) : text).utf8))
    }

    /// The text with what would command a terminal made visible.
    ///
    /// Control characters become their pictures (`␛` for escape), the later ones and marks that turn the direction
    /// of writing the replacement mark; line ends and tabs stay.
    static func visible(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            // A return stays only in a line end of the form that CSV has.
            if isAfterReturn && scalar != "\n" { safe.append("\u{240D}") }
            if isAfterReturn && scalar == "\n" { safe.append("\r") }
            isAfterReturn = scalar == "\r"
            switch scalar.value {
            case 0x09, 0x0A: safe.append(scalar)
            case 0x0D: break
            case 0..<0x20: safe.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: safe.append("\u{2421}")
            case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: safe.append("\u{FFFD}")
            default: safe.append(scalar)
            }
        }
        if isAfterReturn { safe.append("\u{240D}") }
        return String(safe)
    }

    static func warning(_ text: String) {
        FileHandle.standardError.write(Data((visible(text) + "\n").utf8))
    }

    /// True where a person watches standard error: progress is for them alone.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Replaces the line on the terminal; nothing elsewhere.
    package static func progress(_ text: String) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(visible(text))".utf8))
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

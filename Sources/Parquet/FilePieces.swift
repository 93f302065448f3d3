import Foundation
import Glibc
package import Tabular
package import Vocabulary

/// A large delimited file from its beginning, cut into pieces of whole rows, so that it is never in memory whole.
///
/// Not for several threads at once.
package final class FilePieces {
    /// How much is read at a time.
    private static let block = 8 << 20
    /// A row of this length is none: a quotation mark is open that nobody closed.
    private static let longestRow = 64 << 20

    package let name: String
    package let titles: [String]
    package let delimiter: UInt8
    /// Lines of the header and above it: the first row of the first piece comes after them.
    package let headerLines: Int
    private let file: FileHandle
    private var rest: [UInt8]
    private var isAtEnd = false
    private let whenRead: (ArraySlice<UInt8>) -> Void

    /// - Parameters:
    ///   - delimiter: found from the header when nil.
    ///   - whenRead: is given all bytes of the file in their order as they are read, on the thread that reads.
    /// - Throws: `Refusal` of kind `input`: `unreadable`, `empty`, `binary` (an archive or a workbook), `unreadable-encoding`
    ///   (UTF-16).
    package init(
        path: String, named name: String, delimiter: UInt8? = nil,
        whenRead: @escaping (ArraySlice<UInt8>) -> Void = { _ in }
    ) throws(Refusal) {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw Refusal(.input, code: "unreadable", "\(path) is not there or may not be read.")
        }
        self.file = file
        self.name = name
        self.whenRead = whenRead
        let start = try FilePieces.read(file, name, upTo: 1 << 20, behind: [])
        whenRead(start[...])
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            throw Refusal(
                .input, code: "unreadable-encoding", "\(name) is in UTF-16.",
                remedy: "Save it as CSV UTF-8 and give that.")
        }
        if start.starts(with: [0x50, 0x4B]) || start.starts(with: [0x1F, 0x8B]) {
            throw Refusal(
                .input, code: "binary", "\(name) is an archive or a workbook.",
                remedy: "Unpack it, or save it as CSV UTF-8.")
        }
        // A header alone may have no line break.
        let isHeaderAlone = start.count < 1 << 20 && !start.contains(10)
        guard let header = RowPiece.header(in: isHeaderAlone ? start + [10] : start, delimiter: delimiter) else {
            throw Refusal(.input, code: "empty", "\(name) has no header row.", remedy: "Ask the sender for it again.")
        }
        (titles, self.delimiter, headerLines) = (header.titles, header.delimiter, header.lines)
        rest = Array(start.dropFirst(header.end))
    }

    /// The next piece; nil at the end of the file.
    ///
    /// - Throws: `Refusal`, code `truncated`, where a quotation mark is open over more than can be a row.
    package func next() throws(Refusal) -> RowPiece? {
        while true {
            if isAtEnd {
                guard !rest.isEmpty else { return nil }
                defer { rest = [] }
                return RowPiece(bytes: rest, delimiter: delimiter, isLast: true)
            }
            var bytes = rest
            rest = []
            isAtEnd = try !readMore(behind: &bytes)
            let end = isAtEnd ? bytes.count : RowPiece.endOfRows(in: bytes, delimiter: delimiter)
            rest = Array(bytes[end...])
            bytes.removeLast(bytes.count - end)
            if end > 0 {
                // Whether it is the last can only be said once no more has come.
                if rest.isEmpty, !isAtEnd { isAtEnd = try !readMore(behind: &rest) }
                return RowPiece(bytes: bytes, delimiter: delimiter, isLast: isAtEnd && rest.isEmpty)
            }
            if rest.count > FilePieces.longestRow {
                throw Refusal(
                    .input, code: "truncated", "\(name) has a quotation mark that is never closed.",
                    remedy: "Ask the sender for it again.")
            }
        }
    }

    /// Reads a block behind what is there already.
    ///
    /// - Returns: false at the end of the file.
    private func readMore(behind bytes: inout [UInt8]) throws(Refusal) -> Bool {
        let before = bytes.count
        bytes = try FilePieces.read(file, name, upTo: FilePieces.block, behind: bytes)
        whenRead(bytes[before...])
        return bytes.count > before
    }

    private static func read(
        _ file: FileHandle, _ name: String, upTo count: Int, behind held: [UInt8]
    ) throws(Refusal) -> [UInt8] {
        var fault: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: held.count + count) { buffer, filled in
            filled = buffer.update(from: held).index
            while filled < buffer.count {
                let got = Glibc.read(file.fileDescriptor, buffer.baseAddress! + filled, buffer.count - filled)
                if got > 0 {
                    filled += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    fault = errno
                    break
                }
            }
        }
        if let fault {
            throw Refusal(
                .input, code: "unreadable",
                "\(name) could not be read to its end: \(String(cString: strerror(fault))).")
        }
        return bytes
    }
}

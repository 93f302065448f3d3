import Glibc

/// The lines of a file, by its number; the last needs no line end.
package struct LineReading {
    private let file: Int32
    private var held: [UInt8] = []
    private var isEnded = false

    package init(from file: Int32) {
        self.file = file
    }

    /// The next line without its end; waits for it. Nil at the end of the file.
    package mutating func next() -> [UInt8]? {
        var searched = 0
        while true {
            if let end = held[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(held[..<end])
                held.removeSubrange(...end)
                return line
            }
            if isEnded {
                defer { held = [] }
                return held.isEmpty ? nil : held
            }
            searched = held.count
            var block = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(file, &block, block.count)
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { isEnded = true } else { held += block[..<count] }
        }
    }
}

/// What is written of each file of contract monitoring and not yet handed on.
struct ActivityFiles {
    typealias File = ExemplarActivity.File

    private var bytes: [File: [UInt8]] = [:]
    private var rows: [File: Int] = [:]

    init() { start(.planted, "row,rule,amountPence,file", ending: "\n") }

    /// The bytes of a file that wait.
    subscript(file: File) -> [UInt8] {
        get { bytes[file] ?? [] }
        _modify { yield &bytes[file, default: []] }
    }

    /// Writes a file's header, row 1.
    mutating func start(_ file: File, _ header: String, ending: String = "\r\n") {
        bytes[file, default: []] += Array((header + ending).utf8)
        rows[file] = 1
    }

    /// Writes a row of a table of reference.
    ///
    /// - Returns: which row of the file it is; the header is row 1.
    @discardableResult
    mutating func add(_ line: String, to file: File) -> Int {
        bytes[file, default: []] += line.utf8
        bytes[file, default: []].append(10)
        rows[file, default: 0] += 1
        return rows[file, default: 0]
    }

    /// Says that a fault was put in.
    mutating func plant(_ rule: String, _ pence: Int, at row: Int, of file: File) {
        add("\(row),\(rule),\(max(0, pence)),\(file.rawValue)", to: .planted)
    }

    /// Hands on what waits of the files of which more than `size` bytes do.
    mutating func handOn<Failure: Error>(
        over size: Int, _ part: (File, [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        for file in File.allCases where (bytes[file]?.count ?? 0) > size {
            try part(file, bytes[file] ?? [])
            bytes[file]?.removeAll(keepingCapacity: true)
        }
    }
}

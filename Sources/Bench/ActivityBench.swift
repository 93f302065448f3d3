import Activity
import Engines
import Exemplar
import Foundation
import Parquet
import Vocabulary

/// `bench activity make ROWS DIR`: the exemplar's files; `bench activity import FILE DIR`: one of them to typed Parquet;
/// `bench activity text FILE DIR`: the same by the engine's own reader, every column as text. One measure a run, so that
/// memory is each one's own.
struct ActivityBench {
    private let words: [String]

    init(_ words: [String]) throws {
        guard words.count == 3, ["make", "import", "text"].contains(words[0]) else {
            throw BenchFault("usage: bench activity make ROWS DIR | import FILE DIR | text FILE DIR")
        }
        self.words = words
    }

    func run() throws {
        try FileManager.default.createDirectory(atPath: words[2], withIntermediateDirectories: true)
        let started = ContinuousClock.now
        var figures = ""
        switch words[0] {
        case "make": try make()
        case "import": figures = try importFile()
        default: figures = try asText()
        }
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        print(
            "{\"part\": \"activity \(words[0])\", \"seconds\": \((seconds * 1000).rounded() / 1000), "
                + "\"peakMiB\": \(peak())\(figures)}")
    }

    private func make() throws {
        guard let rows = Int(words[1]), rows >= 3 else { throw BenchFault("\(words[1]) is no number of rows") }
        var handles: [ExemplarActivity.File: FileHandle] = [:]
        for file in ExemplarActivity.File.allCases {
            let path = "\(words[2])/\(file.rawValue)"
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            handles[file] = FileHandle(forWritingAtPath: path)
        }
        try ExemplarActivity(rows: rows).write { (file, bytes) throws in
            try handles[file]?.write(contentsOf: Data(bytes))
        }
    }

    private func importFile() throws -> String {
        let pieces = try FilePieces(path: words[1], named: "plcm.csv")
        let reader = ActivityReader(header: try ActivityHeader(titles: pieces.titles, in: pieces.name))
        let written = try ActivityWriter(EngineLibrary.installed()).write(pieces, by: reader, into: words[2])
        return ", \"rows\": \(written.account.read.rows), \"kept\": \(written.account.kept.rows), "
            + "\"problems\": \(written.problemCounts.values.reduce(0, +))"
    }

    /// The file must be in UTF-8: the engine refuses others.
    private func asText() throws -> String {
        let file = URL(fileURLWithPath: words[1])
        let engine = try Engine(
            EngineLibrary.installed(),
            limits: EngineLimits(
                threads: 2, memory: 1 << 30, folders: [file.deletingLastPathComponent().path, words[2]],
                temporaryFolder: words[2] + "/spill"))
        try engine.run(
            "COPY (SELECT * FROM read_csv(\(SQLText.quoted(file.path)), all_varchar = true, header = true, delim = ',', "
                + "quote = '\"', escape = '\"', strict_mode = false, null_padding = true, new_line = '\\r\\n')) "
                + "TO \(SQLText.quoted(words[2] + "/text.parquet")) (FORMAT parquet)")
        return ""
    }

    /// The most memory that this process has had, in MiB.
    private func peak() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return (line?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0) / 1_024
    }
}

package import Activity
package import Engines
import Foundation
import Tabular
package import Vocabulary

/// Turns a file of contract monitoring into typed Parquet files: read in pieces and typed on two threads, handed to the
/// engine as Arrow, written by it with DECIMAL money. Memory is bounded by a part's rows.
package struct ActivityWriter {
    /// Rows of a part: what the engine holds at a time.
    package static let partRows = 1_000_000

    let library: EngineLibrary
    let partRows: Int
    let memory: Int

    /// - Parameters:
    ///   - partRows: about so many rows a file; a part ends with a piece.
    ///   - memory: of the engine, in bytes.
    package init(_ library: EngineLibrary, partRows: Int = ActivityWriter.partRows, memory: Int = 1 << 30) {
        self.library = library
        self.partRows = partRows
        self.memory = memory
    }

    /// Reads the whole file; writes `part-0001.parquet` and on, and `problems-0001.parquet` where there are any.
    ///
    /// - Parameters:
    ///   - folder: where they go; made by the caller, and empty.
    ///   - progress: is told the rows read so far.
    /// - Throws: `Refusal`: as `ActivityReader.read`, or of the engine. What was written by then is the caller's to remove.
    package func write(
        _ pieces: FilePieces, by reader: ActivityReader, into folder: String, progress: (Int) -> Void = { _ in }
    ) throws(Refusal) -> WrittenActivity {
        let spill = folder + "/spill"
        let engine = try EngineWriter(
            library, limits: EngineLimits(threads: 2, memory: memory, folders: [folder], temporaryFolder: spill))
        defer { try? FileManager.default.removeItem(atPath: spill) }
        let typed = TypedPieces(pieces, reader: reader, threads: 2)
        defer { typed.abandon() }
        let state = WritingState(WrittenActivity(layout: reader.header.layout, notes: reader.header.notes))
        let columns = ActivitySchema.columns(of: reader.header.layout)
        while !state.isAtEnd {
            let number = state.written.parts.count + 1
            let name = "part-\(WritingState.numbered(number)).parquet"
            let rows = try engine.write(columns, to: "\(folder)/\(name)") { [partRows] () throws(Refusal) in
                guard state.rowsInPart < partRows, let (batch, before) = try typed.next() else {
                    state.isAtEnd = state.rowsInPart < partRows
                    return nil
                }
                state.take(batch, linesBefore: before, titles: reader.header.titles)
                return ActivitySchema.ingested(batch, linesBefore: before, columns: columns)
            }
            state.rowsInPart = 0
            // A file without a row is written where nothing else is: the account has a part to stand on.
            if rows > 0 || state.written.parts.isEmpty {
                state.written.parts.append(.init(name: name, rows: rows))
            } else {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
            try writeProblems(state, engine, folder)
            progress(state.written.account.read.rows)
        }
        return state.written
    }

    private func writeProblems(_ state: WritingState, _ engine: EngineWriter, _ folder: String) throws(Refusal) {
        let problems = state.problems
        guard !problems.isEmpty else { return }
        state.problems = []
        var isGiven = false
        let name = "problems-\(WritingState.numbered(state.written.problemParts.count + 1)).parquet"
        let rows = try engine.write(ProblemSchema.columns, to: "\(folder)/\(name)") { () throws(Refusal) in
            guard !isGiven else { return nil }
            isGiven = true
            return ProblemSchema.ingested(problems)
        }
        state.written.problemParts.append(.init(name: name, rows: rows))
    }
}

/// What one writing has come to, as the engine draws batch after batch.
private final class WritingState {
    var written: WrittenActivity
    var problems: [Problem] = []
    var rowsInPart = 0
    var isAtEnd = false

    init(_ written: WrittenActivity) { self.written = written }

    func take(_ batch: ActivityBatch, linesBefore: Int, titles: [String]) {
        rowsInPart += batch.rows.count
        written.account += batch.account
        written.cellsRepaired += batch.cellsRepaired
        for (slice, tally) in batch.slices { written.slices[slice] = (written.slices[slice] ?? .init()) + tally }
        for problem in batch.problems {
            written.problemCounts[.init(code: problem.code, effect: problem.effect), default: 0] += 1
            problems.append(problem.problem(titles: titles, rowOffset: linesBefore))
        }
    }

    static func numbered(_ number: Int) -> String { String(String(10_000 + number).dropFirst()) }
}

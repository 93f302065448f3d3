import Activity
import Challenges
import Engines
import Files
import Foundation
import Glibc
import Store
import Tabular
import Vocabulary
import Workers

/// What runs in a process of its own to take files in: the same work as `remit activity import` and `reference`, told line by
/// line.
///
/// Started by `IntakeWorker` through the program's hidden command. It ends soon after the process that started it; what it had
/// not registered by then is not there.
package enum IntakeDuty {
    /// - Parameters:
    ///   - input: the file number that the order comes from, one JSON object in a line.
    ///   - output: the file number that `IntakeReply`s go to.
    /// - Throws: where the output is gone.
    package static func run(input: Int32 = 0, output: Int32 = 1) throws {
        WorkerDuty.leaveNoImage()
        // A terminal's Control-C is for whoever started this, and its end is seen.
        signal(SIGINT, SIG_IGN)
        WorkerDuty.endWithParent()
        var lines = LineReading(from: input)
        guard let line = lines.next(), let order = try? JSONDecoder().decode(IntakeOrder.self, from: Data(line)) else {
            return try tell(IntakeReply(failure: .init(unreadable)), to: output)
        }
        do {
            try take(order) { reply throws(Refusal) in try tell(reply, to: output) }
        } catch let refusal as Refusal {
            if refusal.code == "worker-output" { throw refusal }
            return try tell(IntakeReply(failure: .init(refusal)), to: output)
        } catch {
            return try tell(IntakeReply(failure: .init(failed(error))), to: output)
        }
        try tell(IntakeReply(isDone: true), to: output)
    }

    /// What comes of each file of an order, in this process.
    package static func taken(_ order: IntakeOrder) throws -> [TakenActivity] {
        var taken: [TakenActivity] = []
        try take(order) { reply in if let one = reply.taken { taken.append(one) } }
        return taken
    }

    private static func take(_ order: IntakeOrder, _ tell: (IntakeReply) throws(Refusal) -> Void) throws {
        guard let author = Author(order.author) else { throw unreadable }
        let store = try Store.open(at: order.store)
        let folder = ActivityFolder(beside: order.store)
        let library = try EngineLibrary.installed()
        let moment = Moment(secondsSince1970: Int(Date().timeIntervalSince1970))
        var intake = ActivityIntake(into: store, folder: folder, library: library, by: author, at: moment)
        intake.provider = order.provider
        intake.year = order.year.flatMap { FinancialYear($0) }
        intake.dayOrder = order.dayOrder.flatMap { ActivityDayOrder(rawValue: $0) }
        intake.dropping = order.dropping
        var tables = ReferenceIntake(into: store, folder: folder, library: library, by: author, at: moment)
        tables.table = try order.table.map { name throws(Refusal) in try table(name) }
        if let publisher = order.publisher { (intake.publisher, tables.publisher) = (publisher, publisher) }
        if let path = order.mapping {
            let document = try ActivityIntake.document(at: path)
            if order.areTables {
                tables.mapping = document
            } else if case .text(let layout)? = document["layout"], ReferenceTable.named(layout) != nil {
                _ = try ReferenceIntake.titles(document)
                tables.mapping = document
            } else {
                _ = try ActivityMapping(document)
                intake.mapping = document
            }
        }
        for file in order.files {
            let name = URL(fileURLWithPath: file).lastPathComponent
            try tell(IntakeReply(file: name, rows: 0))
            do {
                let isTable = try order.areTables || tables.mapping != nil || isReference(file)
                if isTable {
                    try tell(IntakeReply(taken: TakenActivity(try tables.take(file))))
                    continue
                }
                var told = ContinuousClock.now
                let all = try intake.takeAll(file) { rows in
                    guard ContinuousClock.now - told > .milliseconds(500) else { return }
                    told = .now
                    // Nobody listens any more: the end of this process follows.
                    try? tell(IntakeReply(file: name, rows: rows))
                }
                for (name, outcome) in all {
                    switch outcome {
                    case .success(let taken): try tell(IntakeReply(taken: TakenActivity(taken)))
                    case .failure(let error): try tell(refused(name, error))
                    }
                }
            } catch {
                if (error as? Refusal)?.code == "worker-output" { throw error }
                try tell(refused(name, error))
            }
        }
    }

    private static func table(_ name: String) throws(Refusal) -> ReferenceTable {
        if let table = ReferenceTable.named(name) { return table }
        throw Refusal(
            .usage, code: "no-such-table", "“\(name)” is no table of reference.",
            remedy: "Tables are \(ReferenceTable.shipped.map(\.name).joined(separator: ", ")).")
    }

    /// True for a CSV whose first line has the titles of a table of reference.
    private static func isReference(_ path: String) throws -> Bool {
        guard let header = try ReferenceIntake.header(of: path) else { return false }
        return ReferenceTable.of(titles: header) != nil
    }

    private static func refused(_ name: String, _ error: any Error) -> IntakeReply {
        IntakeReply(taken: TakenActivity(name: name, refused: error as? Refusal ?? failed(error)))
    }

    private static func failed(_ error: any Error) -> Refusal {
        Refusal(
            .engine, code: "import-failed", "It could not be taken in, and nothing of it was kept: \(error).",
            remedy: "Tell whoever looks after Remit here.")
    }

    private static let unreadable = Refusal(.engine, code: "import-worker", "The order could not be read.")

    private static func tell(_ reply: IntakeReply, to output: Int32) throws(Refusal) {
        guard let line = try? JSONEncoder().encode(reply) else { preconditionFailure("a reply is plain") }
        try WorkerDuty.write(Array(line) + [UInt8(ascii: "\n")], to: output)
    }
}

/// What is told of files that are being taken in, one JSON object a line.
struct IntakeReply: Codable {
    /// The file that is read, and its rows so far.
    var file: String?
    var rows: Int?
    var taken: TakenActivity?
    /// Why nothing more follows.
    var failure: TakenActivity.Refused?
    var isDone: Bool?
}

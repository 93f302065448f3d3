import Foundation
import Methods
import Vocabulary
import Workers

/// What runs in a process of its own: reads questions, solves them with HiGHS, writes answers.
///
/// Started by `SolverPool` through the program's hidden command. One JSON object a line each way. It ends at
/// the end of its input, and soon after the process that started it.
package enum SolverWorker {
    /// The memory that a worker may take: 4 GiB of address space.
    private static let memory = 4 << 30

    /// - Parameters:
    ///   - input: the file number that requests come from.
    ///   - output: the file number that answers go to.
    /// - Throws: where the output is gone; whatever else fails is told to the pool.
    package static func run(input: Int32 = 0, output: Int32 = 1) throws {
        WorkerDuty.limitAddresses(to: memory)
        WorkerDuty.endWithParent()
        try serve(input: input, output: output) { () throws(Refusal) in try HighsLibrary.installed() }
    }

    /// The same without a word about the process it runs in.
    static func serve(
        input: Int32, output: Int32, library: () throws(Refusal) -> HighsLibrary
    ) throws {
        var solver: HighsSolver?
        var base: PortfolioModel?
        var lines = LineReading(from: input)
        while let line = lines.next() {
            do {
                let request = try JSONDecoder().decode(WorkerRequest.self, from: Data(line))
                if let given = request.base { base = try given.model() }
                guard let base else { throw Refusal(.engine, code: "solver-worker", "A request came without a model.") }
                let working = try solver ?? HighsSolver(library())
                solver = working
                let limits = SolveLimits(relativeGap: request.relativeGap, seconds: request.seconds)
                try working.solve(request.questions.map { $0.question(base) }, limits: limits) { place, answer in
                    try write(WorkerReply(question: place, answer), to: output)
                }
            } catch let refusal as Refusal {
                try write(WorkerReply(refusal), to: output)
            } catch is DecodingError {
                try write(
                    WorkerReply(Refusal(.engine, code: "solver-worker", "A request could not be read.")), to: output)
            }
        }
    }

    private static func write(_ reply: WorkerReply, to output: Int32) throws {
        try WorkerDuty.write(Array(try JSONEncoder().encode(reply)) + [UInt8(ascii: "\n")], to: output)
    }
}

import Foundation
import Methods
@testable import Solver
import TestSupport
import Testing
import Vocabulary

struct SolverPoolTests {
    private let limits = SolveLimits(relativeGap: 0, seconds: 0.1)

    private func questions(_ count: Int) throws -> [SolveQuestion] {
        let base = try PortfolioModel(.budget([3, 4, 5, 6], [2, 3, 4, 5], 7))
        return (0..<count).map { SolveQuestion(base: base, bounds: [.init(row: 0, upper: $0 % 15)]) }
    }

    /// A pool whose worker is a line of shell; any file will do as its library.
    private func pool(_ line: String, patience: Double = 5) -> SolverPool {
        SolverPool(
            executable: "/bin/sh", arguments: ["-c", line], workers: 2, library: #filePath, patience: patience)
    }

    @Test(arguments: [
        "kill -9 $$", "kill -SEGV $$", "exit 0", "echo garbage; exec sleep 20",
        #"read x; echo '{"question":0,"status":"optimal","chosen":"1111"}'; exec sleep 20"#,
        #"read x; echo '{"question":99,"status":"infeasible"}'; exec sleep 20"#,
        #"read x; echo '{"question":0,"status":"optimal","chosen":"1"}'; exec sleep 20"#,
    ])
    func `a worker that dies or lies is a refusal and not the end of the caller`(_ line: String) throws {
        let refusal = #expect(throws: Refusal.self) { try pool(line).solve(questions(3), limits: limits) }
        #expect(refusal?.kind == .engine && refusal?.code == "solver-failed")
    }

    @Test func `a worker that is silent past the limit is ended`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try pool("exec sleep 60", patience: 0.1).solve(questions(1), limits: limits)
        }
        #expect(refusal?.code == "solver-failed")
    }

    @Test func `a batch that is called off ends its workers`() throws {
        var asked = 0
        #expect(throws: CancellationError.self) {
            try pool("exec sleep 60").solve(
                questions(4), limits: limits,
                isCancelled: {
                    asked += 1
                    return asked > 3
                })
        }
    }

    @Test func `a worker's own refusal is told as it is`() throws {
        let line = #"read x; echo '{"refusal":{"kind":"engine","code":"solver-missing","sentence":"None here."}}'"#
        let refusal = #expect(throws: Refusal.self) {
            try pool(line + "; exec sleep 20").solve(questions(1), limits: limits)
        }
        #expect(refusal == Refusal(.engine, code: "solver-missing", "None here."))
    }

    @Test func `a program that is not there and a library that is not there are refusals`() throws {
        let nowhere = SolverPool(executable: "/nowhere/remit", library: #filePath)
        #expect(throws: Refusal.self) { try nowhere.solve(questions(1), limits: limits) }
        let without = SolverPool(executable: "/bin/sh", library: "/nowhere/libhighs.so")
        let refusal = #expect(throws: Refusal.self) { try without.solve(questions(1), limits: limits) }
        #expect(refusal?.code == "solver-missing")
    }

    @Test func `pieces hold questions with one base and do not depend on the workers`() throws {
        let few = try questions(50)
        #expect(SolverPool.pieces(of: few).map(\.count) == [7, 7, 7, 7, 7, 7, 7, 1])
        var other = few[0]
        other.base.values[0] = 9
        #expect(SolverPool.pieces(of: [few[0], other, few[1]]) == [0..<1, 1..<2, 2..<3])
        #expect(SolverPool.pieces(of: []).isEmpty)
    }

    @Test(.enabled(if: Installed.isThere, "the solver is not installed: run ./do setup engines"))
    func `a worker answers over its two files what the solver answers in process`() throws {
        let path = try #require(Installed.path)
        let asked = try questions(5)
        let request = WorkerRequest(
            relativeGap: 0, seconds: 10, base: WorkerRequest.Base(asked[0].base),
            questions: asked.map(WorkerRequest.Question.init))
        let (input, output) = (Pipe(), Pipe())
        var bytes = try JSONEncoder().encode(request)
        bytes.append(Data("\nnonsense\n".utf8))
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
        try SolverWorker.serve(
            input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor
        ) { () throws(Refusal) in try HighsLibrary(path: path) }
        try output.fileHandleForWriting.close()
        let lines = try #require(try output.fileHandleForReading.readToEnd()).split(separator: UInt8(ascii: "\n"))
        let replies = try lines.map { try JSONDecoder().decode(WorkerReply.self, from: Data($0)) }
        let answers = try zip(replies, asked).map { reply, question in
            reply.answer(to: try question.model(), relativeGap: 0)
        }
        var inProcess: [SolvedPortfolio?] = []
        try Installed.solver().solve(asked, limits: SolveLimits(relativeGap: 0, seconds: 10)) { inProcess.append($1) }
        #expect(answers.prefix(5) == inProcess[...])
        #expect(replies.last?.told?.code == "solver-worker", "nonsense is told, and does not end the worker")
    }

    @Test(
        .enabled(if: Installed.isThere, "the solver is not installed: run ./do setup engines"),
        .enabled(if: Installed.program != nil, "no program with a solver's worker was built beside the tests"))
    func `workers give the answers that one process gives, in order, with progress`() throws {
        let asked = try questions(60)
        let patient = SolveLimits(relativeGap: 0, seconds: 30)
        let pool = SolverPool(
            executable: try #require(Installed.program), workers: 2, library: try #require(Installed.path))
        var told: [Int] = []
        let answers = try pool.solve(asked, limits: patient, progress: { done, _ in told.append(done) })
        #expect(answers == (try Installed.solver().solve(asked, limits: patient)))
        #expect(told.last == 60 && told == told.sorted())
    }
}

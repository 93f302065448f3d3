import Foundation
import Glibc
import Methods
import Vocabulary
import Workers

/// One batch in the work: which pieces wait, who works on what, and what is answered.
struct PoolRun {
    private let pool: SolverPool
    private let questions: [SolveQuestion]
    private let models: [PortfolioModel]
    private let limits: SolveLimits
    /// Pieces not begun, the next one last.
    private var waiting: [Piece]
    private var crew: [Member] = []
    private(set) var answers: [SolvedPortfolio?]
    private(set) var done = 0

    private struct Piece {
        let range: Range<Int>
        var failures = 0
    }

    private struct Member {
        var process: WorkerProcess
        var piece: Piece?
        var base: PortfolioModel?
        var silentUntil: ContinuousClock.Instant
    }

    init(_ pool: SolverPool, _ questions: [SolveQuestion], _ limits: SolveLimits) throws(Refusal) {
        self.pool = pool
        self.questions = questions
        self.limits = limits
        var models: [PortfolioModel] = []
        for question in questions { models.append(try question.model()) }
        self.models = models
        self.waiting = SolverPool.pieces(of: questions).reversed().map { Piece(range: $0) }
        self.answers = [SolvedPortfolio?](repeating: nil, count: questions.count)
    }

    /// Hands out work, waits for what comes and takes it in.
    mutating func step(milliseconds: Int32) throws {
        while crew.count < pool.workers, !waiting.isEmpty { crew.append(try hired()) }
        for place in crew.indices where crew[place].piece == nil && !waiting.isEmpty {
            try give(waiting.removeLast(), to: place)
        }
        var interests = crew.map(\.process.interest)
        _ = poll(&interests, nfds_t(interests.count), milliseconds)
        for place in crew.indices.reversed() {
            if try !isWell(place, Int32(interests[place].revents)) { try replace(place) }
        }
    }

    private func hired() throws(Refusal) -> Member {
        var environment = ProcessInfo.processInfo.environment
        environment["REMIT_HIGHS"] = pool.library
        let process = try WorkerProcess(
            executable: pool.executable, arguments: pool.arguments, environment: environment, title: "the solver",
            code: "solver-worker")
        return Member(process: process, silentUntil: .now)
    }

    private mutating func give(_ piece: Piece, to place: Int) throws {
        let base = questions[piece.range.lowerBound].base
        let request = WorkerRequest(
            relativeGap: limits.relativeGap, seconds: limits.seconds,
            base: crew[place].base == base ? nil : WorkerRequest.Base(base),
            questions: questions[piece.range].map(WorkerRequest.Question.init))
        crew[place].process.queue(Array(try JSONEncoder().encode(request)))
        crew[place].base = base
        crew[place].piece = piece
        crew[place].silentUntil = nextWord
    }

    private var nextWord: ContinuousClock.Instant {
        ContinuousClock.now + .milliseconds(Int64((2 * limits.seconds + pool.patience) * 1000))
    }

    /// Exchanges what there is with a worker; false where it is dead, silent or not to be trusted.
    private mutating func isWell(_ place: Int, _ events: Int32) throws -> Bool {
        if events & POLLOUT != 0, !crew[place].process.send() { return false }
        if events & (POLLIN | POLLHUP | POLLERR) != 0 {
            guard let lines = crew[place].process.receive() else { return false }
            for line in lines {
                if try !take(line, from: place) { return false }
            }
        }
        return crew[place].piece == nil || ContinuousClock.now < crew[place].silentUntil
    }

    /// Takes one line in; false where it is no answer to what was asked.
    private mutating func take(_ line: [UInt8], from place: Int) throws -> Bool {
        guard let piece = crew[place].piece,
            let reply = try? JSONDecoder().decode(WorkerReply.self, from: Data(line))
        else { return false }
        if let refusal = reply.told { throw refusal }
        guard let within = reply.question, (0..<piece.range.count).contains(within) else { return false }
        let question = piece.range.lowerBound + within
        guard let answer = reply.answer(to: models[question], relativeGap: limits.relativeGap) else { return false }
        if answers[question] == nil { done += 1 }
        answers[question] = answer
        crew[place].silentUntil = nextWord
        if piece.range.allSatisfy({ answers[$0] != nil }) { crew[place].piece = nil }
        return true
    }

    /// Ends a worker; its piece is begun again by another, once.
    private mutating func replace(_ place: Int) throws {
        let gone = crew.remove(at: place)
        gone.process.end()
        guard var piece = gone.piece else { return }
        piece.failures += 1
        guard piece.failures < 2 else {
            throw Refusal(
                .engine, code: "solver-failed",
                "The solver stopped working twice on the same question; nothing was kept of it.",
                remedy: "Try again with a shorter list of options or a wider gap; "
                    + "if it fails again, report the round's file.")
        }
        for question in piece.range where answers[question] != nil {
            answers[question] = nil
            done -= 1
        }
        waiting.append(piece)
    }

    mutating func endAll() {
        for member in crew { member.process.end() }
        crew = []
    }
}

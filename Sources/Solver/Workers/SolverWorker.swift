import Foundation
import Glibc
import Methods
import Vocabulary

/// What runs in a process of its own: reads questions, solves them with HiGHS, writes answers.
///
/// Started by `SolverPool` through the program's hidden command. One JSON object a line each way. It ends at
/// the end of its input, and soon after the process that started it.
package enum SolverWorker {
    /// The memory that a worker may take: 4 GiB of address space.
    private static let memory: rlim_t = 4 << 30

    /// - Parameters:
    ///   - input: the file number that requests come from.
    ///   - output: the file number that answers go to.
    /// - Throws: where the output is gone; whatever else fails is told to the pool.
    package static func run(input: Int32 = 0, output: Int32 = 1) throws {
        limitMemory()
        endWithParent()
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
        var bytes = Array(try JSONEncoder().encode(reply))
        bytes.append(UInt8(ascii: "\n"))
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                throw Refusal(.engine, code: "solver-worker", "The answers of a solver could not be handed over.")
            }
            sent += count
        }
    }

    private static func limitMemory() {
        var limit = rlimit(rlim_cur: memory, rlim_max: memory)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        // No image of the memory is left behind by a crash.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    }

    /// The end of the input is not seen while the library works: a thread looks at who the parent is.
    private static func endWithParent() {
        let parent = getppid()
        Thread.detachNewThread {
            while getppid() == parent { usleep(200_000) }
            _exit(1)
        }
    }
}

/// The lines of a file, by its number; the last needs no line end.
struct LineReading {
    private let file: Int32
    private var held: [UInt8] = []
    private var isEnded = false

    init(from file: Int32) {
        self.file = file
    }

    /// The next line without its end; waits for it. Nil at the end of the file.
    mutating func next() -> [UInt8]? {
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

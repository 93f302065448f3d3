import Engines
import Foundation
import Solver

/// Measures the product's own parts on given inputs, beside which scripts/ measures their peers.
///
/// `bench PART …` prints one JSON object a line. It is no part of the product.
@main
enum Bench {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(2)
        }
    }

    private static func run(_ words: [String]) throws {
        let rest = Array(words.dropFirst())
        switch words.first {
        case "activity": try ActivityBench(rest).run()
        case "needs": try NeedsBench(rest).run()
        case "smaa": try SmaaBench(rest).run()
        case "solver": try SolverBench(rest).run()
        // What `bench solver` starts beside itself.
        case "solver-worker": try SolverWorker.run()
        case "engine-worker": try EngineDuty.run()
        default: throw BenchFault("usage: bench activity|needs|smaa|solver …")
        }
    }
}

/// Why a measurement was not made.
struct BenchFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

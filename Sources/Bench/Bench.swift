import Solver

/// Measures the product's own parts on given inputs, beside which scripts/ measures their peers.
///
/// `bench PART …` prints one JSON object a line. It is no part of the product.
@main
enum Bench {
    static func main() throws {
        var words = Array(CommandLine.arguments.dropFirst())
        guard !words.isEmpty else { throw BenchFault("usage: bench smaa|solver …") }
        let part = words.removeFirst()
        switch part {
        case "smaa": try SmaaBench(words).run()
        case "solver": try SolverBench(words).run()
        // What `bench solver` starts beside itself.
        case "solver-worker": try SolverWorker.run()
        default: throw BenchFault("there is no part \(part)")
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

import ArgumentParser
import Solver

/// `remit solver-worker`: what `SolverPool` starts; not for people.
struct SolverWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solver-worker", abstract: "Solve what another Remit asks, line by line.", shouldDisplay: false)

    func run() throws { try SolverWorker.run() }
}

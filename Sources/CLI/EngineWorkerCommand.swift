import ArgumentParser
import Engines

/// `remit engine-worker`: what `EngineWorker` starts; not for people.
struct EngineWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine-worker", abstract: "Answer the queries of another Remit, one by one.", shouldDisplay: false
    )

    func run() throws { try EngineDuty.run() }
}

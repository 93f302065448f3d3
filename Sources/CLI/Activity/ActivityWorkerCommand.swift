import ArgumentParser
import Imports

/// `remit activity-worker`: what `IntakeWorker` starts; not for people.
struct ActivityWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity-worker", abstract: "Take files in for another Remit, line by line.",
        shouldDisplay: false)

    func run() throws { try IntakeDuty.run() }
}

import ArgumentParser
import Imports
import Vocabulary
import Workers

/// How much the process that takes files in may take, and how what it says is printed.
struct IntakeRun: ParsableArguments {
    @Option(help: ArgumentHelp("The most memory of the process that takes files in.", valueName: "MiB"))
    var engineMemory = 3_072

    @Option(help: ArgumentHelp("The most time of that process.", valueName: "seconds"))
    var engineSeconds = 7_200

    @Flag(help: "Write JSON to standard output: each file with its rows and pounds.")
    var json = false

    func validate() throws {
        guard engineMemory >= 256 else { throw ValidationError("--engine-memory takes 256 or more.") }
        guard engineSeconds >= 1 else { throw ValidationError("--engine-seconds takes 1 or more.") }
    }

    /// Takes the files of the order in, in a process of its own where this is the program that can be one, and tells each as it
    /// comes.
    ///
    /// - Throws: `ExitCode` of the first file that was refused; `Refusal` where none could be begun, or the rest was lost.
    func run(_ order: IntakeOrder) throws {
        var (documents, first): ([JSONValue], Refusal?) = ([], nil)
        func tell(_ taken: TakenActivity) {
            Printing.progress("")
            documents.append(TakenText.document(of: taken))
            if let refusal = taken.refused?.refusal {
                Printing.warning("remit: \(refusal.description)")
                first = first ?? refusal
            } else if !json {
                for line in TakenText.lines(of: taken) { Printing.line(line) }
            }
        }
        var failure: Refusal?
        if let program = WorkerDuty.program {
            let worker = IntakeWorker(
                executable: program, memory: engineMemory << 20, seconds: Double(engineSeconds))
            failure = try worker.run(
                order,
                progress: { progress in
                    Printing.progress(
                        "\(progress.file): \(grouped(progress.rows)) rows, \(grouped(progress.memory >> 20)) MiB")
                }, each: tell, isStopped: { false }
            ).failure
            Printing.progress("")
        } else {
            for taken in try IntakeDuty.taken(order) { tell(taken) }
        }
        if json { Printing.line(JSONValue.object([.init("files", .list(documents))]).pretty) }
        if let failure { throw failure }
        if let first { throw ExitCode(first.kind.exitCode) }
    }
}

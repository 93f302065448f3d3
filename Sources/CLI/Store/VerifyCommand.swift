import ArgumentParser
import Store
import Vocabulary

/// `remit verify`: walks the journal, checks the bytes, and does everything again from them.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Walk the journal, check the kept bytes, and do every act and working again from them.",
        discussion: """
            Nothing is written. Exit code 0 says that every line, every table and every working came out the same; \
            1 says where it did not.
            """)

    @OptionGroup var options: StoreOptions

    @Option(help: "Work out only this working again; the rest is checked all the same.")
    var working: String?

    @Flag(help: "Write JSON to standard output.")
    var json = false

    func run() async throws {
        let verification = try Verification(of: options.open(), working: working)
        if json {
            Printing.line(verification.json.pretty)
        } else {
            for check in verification.checks { Printing.line(check) }
            for fault in verification.faults { Printing.line("It does not hold: \(fault)") }
        }
        if !verification.holds { throw ExitCode(Refusal.Kind.wanting.exitCode) }
    }
}

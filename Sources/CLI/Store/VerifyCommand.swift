import ArgumentParser
import Imports
import Publication
import Store
import Vocabulary

/// `remit verify`: walks the journal, checks the bytes, and does everything again from them; or, given a folder,
/// checks a published record from that folder alone.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Do every act and working again, of the records here or of a published record, and compare.",
        discussion: """
            Without a folder: the journal is walked, the kept bytes are checked, and every act and working is done \
            again from them; stored parts of contract monitoring are held against their digests.

            With a folder that remit publish wrote: no file of records is needed. Every file is compared with the \
            manifest and made again, every act is decided again, the answer is worked out again, and the journal's \
            head is compared with the one that was published apart (--head, or DIR.head.txt beside the folder).

            Nothing is written. Exit code 0 says that all came out the same; 1 says where it did not; 4 that the \
            folder is no published record.
            """)

    @Argument(help: "The folder of a published record; else the records here are checked.")
    var dir: String?

    @OptionGroup var published: FolderVerification

    @OptionGroup var options: StoreOptions

    @Option(help: "Of the records here, work out only this working again; the rest is checked all the same.")
    var working: String?

    @Flag(help: "Write JSON to standard output.")
    var json = false

    func validate() throws {
        if dir != nil && working != nil { throw ValidationError("--working is of the records here, not of a folder.") }
        if dir == nil && (published.head != nil || published.quick) {
            throw ValidationError("--head and --quick are for the folder of a published record: name it.")
        }
    }

    func run() async throws {
        if let dir {
            let verification = try published.verification(of: dir)
            verification.write(asJSON: json)
            if !verification.isEqual { throw ExitCode(Refusal.Kind.wanting.exitCode) }
            return
        }
        let verification = try Verification(
            of: options.open(), working: working, activity: ActivityFolder(beside: options.path))
        if json {
            Printing.line(verification.json.pretty)
        } else {
            for check in verification.checks { Printing.line(check) }
            for fault in verification.faults { Printing.line("It does not hold: \(fault)") }
        }
        if !verification.holds { throw ExitCode(Refusal.Kind.wanting.exitCode) }
    }
}

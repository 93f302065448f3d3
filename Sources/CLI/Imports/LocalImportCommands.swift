import ArgumentParser
import Contracts
import Imports
import Store
import Tabular
import Vocabulary

/// `remit import FILE…`: files that are known by their columns; `--mapping MAPPING.yaml`: a local extract, by a reviewed
/// statement of what its columns mean; `--survey DIR`: what the files of a folder are, without taking them in.
struct ImportFilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files",
        abstract:
            "Files that are known by their columns; or a local extract, through a mapping that somebody reviewed.",
        discussion: """
            Without --mapping each file is known by its columns (a report of ODS by its name: epraccur, egdpprac, eauth, \
            eccg, etr). With --survey nothing is taken in: each file of the folder is listed with its rows kept and \
            refused, and those that no reader knows.

            The mapping is YAML: name, layout, reviewedBy, reviewedOn, validFrom, and columns, which gives for contract, \
            month, contracted, delivered, carriedIn, contractType and patientCharge the title of the column. It is \
            kept with what was read by it.
            """, aliases: ["extract"])

    @Option(help: ArgumentHelp("The reviewed column mapping, a YAML file.", valueName: "file"))
    var mapping: String?

    @Flag(help: "List what the files of the folder are and what would come of them; nothing is taken in.")
    var survey = false

    @Flag(help: "With --survey: write CSV to standard output.")
    var csv = false

    @OptionGroup var options: ImportOptions

    func validate() throws {
        if survey && (mapping != nil || options.files.count != 1) {
            throw ValidationError("--survey takes one folder and no mapping.")
        }
        if csv && !survey { throw ValidationError("--csv goes with --survey.") }
    }

    func run() async throws {
        if survey { return try look(at: options.files[0]) }
        if let mapping {
            let saved = try LocalIntake.mapping(at: mapping)
            return try options.takeIn(
                by: LocalIntake.job(
                    by: saved, into: try options.store.open(), by: try options.store.author(), at: Clock.now(),
                    dropping: options.drop))
        }
        try options.takeIn(
            by: RecognisedImport(
                into: try options.store.open(), by: try options.store.author(), at: Clock.now(),
                dropping: options.drop))
    }

    private func look(at folder: String) throws {
        let survey = try FileSurvey(of: folder, at: Clock.now()) { Printing.progress($0) }
        Printing.progress("")
        if options.json {
            Printing.text(OutputOptions.document([survey.table], facts: []).pretty + "\n")
        } else if csv {
            Printing.text(survey.table.csv)
        } else {
            Printing.text(Printing.visible(survey.table.text(width: Printing.width)))
            Printing.line(survey.summary)
        }
    }
}

extension ImportOptions {
    /// Takes the files in as one kind of local fact.
    func takeIn(_ kind: ImportLocalFacts.Facts.Kind) throws {
        let job = LocalIntake.job(
            kind, into: try store.open(), by: try store.author(), at: Clock.now(), dropping: drop)
        try takeIn(by: job)
    }
}

struct ImportPopulationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "population",
        abstract: "Populations by commissioner: commissioner_code, population, period, source.")

    @OptionGroup var options: ImportOptions

    func run() async throws { try options.takeIn(.population) }
}

struct ImportContractTypesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contract-types",
        abstract: "What each contract is in law (GDS, PDS, PDS+): contract_number, contract_type.")

    @OptionGroup var options: ImportOptions

    func run() async throws { try options.takeIn(.contractTypes) }
}

struct ImportProviderGroupsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider-groups",
        abstract: "Parent groups of providers: parent_group, and provider_name or contract_number.")

    @OptionGroup var options: ImportOptions

    func run() async throws { try options.takeIn(.providerGroups) }
}

struct ImportPatientChargesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patient-charges",
        abstract: "What patients paid: contract_number, patient_charges (pounds), and month or year.")

    @OptionGroup var options: ImportOptions

    func run() async throws { try options.takeIn(.patientCharges) }
}

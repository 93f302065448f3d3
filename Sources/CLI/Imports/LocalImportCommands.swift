import ArgumentParser
import Contracts
import Imports
import Store
import Vocabulary

/// `remit import --mapping MAPPING.yaml FILE…`: a local extract, by a reviewed statement of what its columns mean.
struct ImportExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "A local extract (CSV or Excel) through a column mapping that somebody reviewed.",
        discussion: """
            The mapping is YAML: name, layout, reviewedBy, reviewedOn, validFrom, and columns, which gives for contract, \
            month, contracted, delivered, carriedIn, contractType and patientCharge the title of the column. It is \
            kept with what was read by it.
            """)

    @Option(help: ArgumentHelp("The reviewed column mapping, a YAML file.", valueName: "file"))
    var mapping: String

    @OptionGroup var options: ImportOptions

    func run() async throws {
        let saved = try LocalIntake.mapping(at: mapping)
        let job = LocalIntake.job(
            by: saved, into: try options.store.open(), by: try options.store.author(), at: Clock.now(),
            dropping: options.drop)
        try options.takeIn(by: job)
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

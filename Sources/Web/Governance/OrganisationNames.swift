import Organisations
import Store
import Vocabulary

/// What organisations are called on a day: as the directory has it, else as the contract files last wrote it.
struct OrganisationNames: Sendable {
    let directory: Directory
    /// Of commissioners; of two names the later.
    private let written: [OrganisationCode: String]

    init(_ desk: DentalDesk) {
        directory = desk.directory
        written = desk.commissionerNames
    }

    /// Nil where neither knows the code.
    func name(of code: OrganisationCode, on day: Day) -> String? {
        directory.name(of: code, on: day) ?? written[code].flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension GovernanceWork {
    /// What an organisation is called today, with its code: `Wexbourne ICB (QZW)`; the code alone where it has no name.
    var organisation: @Sendable (OrganisationCode) -> String {
        let (names, day) = (OrganisationNames(question.desk), day)
        return { code in names.name(of: code, on: day).map { "\($0) (\(code))" } ?? code.description }
    }
}

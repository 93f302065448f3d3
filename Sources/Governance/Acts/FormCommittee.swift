public import Vocabulary

/// Forms a committee of a body; its members and terms of reference come by acts of their own.
///
/// Refused: a short name that a committee has had (`committee-exists`) or that addresses use (`name-of-addresses`), a blank title (`text-missing`).
public struct FormCommittee: GovernanceAct {
    public static let name = "formCommittee"

    public var committee: Slug
    public var title: String
    public var body: OrganisationCode
    public var formedOn: Day

    public init(committee: Slug, title: String, body: OrganisationCode, formedOn: Day) {
        self.committee = committee
        self.title = title
        self.body = body
        self.formedOn = formedOn
    }

    public var record: RecordName { RecordName(.committee, committee) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var book = before.book
        guard book.committees[committee] == nil else {
            throw Refusal(
                .rule, code: "committee-exists", "There is, or has been, a committee “\(committee)”.",
                remedy: "Choose another short name; a committee is never formed twice.")
        }
        try committee.refuseWordOfAddresses(naming: "committee")
        try refuseBlank(title, "The title of the committee “\(committee)”")
        book.committees[committee] = Committee(id: committee, title: title, body: body, formedOn: formedOn)
        return book
    }
}

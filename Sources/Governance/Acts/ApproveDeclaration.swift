public import Vocabulary

/// Records that a line manager or the governance lead agreed how an interest is handled from day to day.
///
/// Refused: one's own (`own-approval`), by somebody of the same household, practice or firm
/// (`approver-tied`), twice (`approved`), before it was declared (`before-declared`), on a day to come
/// (`day-in-future`), of a superseded or disposed declaration, or by somebody who was not there that day
/// (`before-person`, `person-left`).
public struct ApproveDeclaration: GovernanceAct {
    public static let name = "approveDeclaration"

    public var person: Slug
    public var declaration: Slug
    public var approver: Slug
    public var on: Day
    /// What is done about it, where that differs from what was declared.
    public var mitigation: String?

    public init(person: Slug, declaration: Slug, approver: Slug, on: Day, mitigation: String? = nil) {
        self.person = person
        self.declaration = declaration
        self.approver = approver
        self.on = on
        self.mitigation = mitigation
    }

    public var record: RecordName { RecordName(.person, person) }

    public func decide(
        _ before: GovernanceBefore, by author: Author, at moment: Moment
    ) throws(Refusal) -> GovernanceBook {
        var file = try before.book.requirePerson(person)
        let place = try file.requireStanding(declaration, to: "approve it")
        let standing = file.declarations[place]
        try refuseFuture(on, "The day of approval", at: moment)
        guard on >= standing.declaredOn else {
            throw Refusal(
                .input, code: "before-declared",
                "“\(declaration)” was declared on \(standing.declaredOn.inWords), after the day of approval, "
                    + "\(on.inWords).",
                remedy: "Correct the day.")
        }
        try before.book.requireIndependent(approver, of: file, on: on, to: "approve a declaration")
        if let earlier = standing.approval {
            throw Refusal(
                .rule, code: "approved",
                "“\(declaration)” was approved by “\(earlier.by)” on \(earlier.on.inWords).",
                remedy: "Where the handling has changed, put another declaration in its place.")
        }
        if let mitigation {
            try refuseBlank(mitigation, "What is done about “\(declaration)”")
            file.declarations[place].mitigation = mitigation
        }
        file.declarations[place].approval = Declaration.Approval(by: approver, on: on)
        var book = before.book
        book.people[person] = file
        return book
    }
}

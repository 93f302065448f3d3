import Vocabulary

/// The checks that several acts on the register make.
extension PersonFile {
    /// A day on which the person was of the body.
    ///
    /// - Throws: `Refusal` of kind `input`: `before-person` (before the first day), `person-left` (after the
    ///   last).
    func requireKnown(on day: Day, _ what: String) throws(Refusal) {
        guard day >= knownFrom else {
            throw Refusal(
                .input, code: "before-person",
                "\(what) is \(day.inWords); “\(id)” is known from \(knownFrom.inWords) only.",
                remedy: "Correct the day, or the first day of the person.")
        }
        guard left.map({ day <= $0 }) ?? true else {
            throw Refusal(
                .input, code: "person-left",
                "\(what) is \(day.inWords); “\(id)” left on \(left!.inWords).",
                remedy: "Correct the day; somebody who comes back is entered under another short name.")
        }
    }

    /// - Throws: `Refusal` of kind `usage`: `no-such-declaration`.
    func requireDeclaration(_ id: Slug) throws(Refusal) -> Int {
        guard let place = declarations.firstIndex(where: { $0.id == id }) else {
            throw Refusal(
                .usage, code: "no-such-declaration", "“\(self.id)” has made no declaration “\(id)”.",
                remedy: declarations.isEmpty
                    ? "None was made." : "There are \(named(declarations.map(\.id))).")
        }
        return place
    }

    /// A declaration that stands: not superseded, its texts still held.
    ///
    /// - Throws: `Refusal`: `no-such-declaration`, `declaration-superseded`, `texts-disposed`.
    func requireStanding(_ id: Slug, to doing: String) throws(Refusal) -> Int {
        let place = try requireDeclaration(id)
        if let later = declarations[place].supersededBy {
            throw Refusal(
                .rule, code: "declaration-superseded",
                "It is too late to \(doing): “\(later)” has taken the place of “\(id)”.",
                remedy: "Act on “\(later)”.")
        }
        guard declarations[place].disposedOn == nil else {
            throw Refusal(
                .rule, code: "texts-disposed",
                "It is too late to \(doing): the texts of “\(id)” were disposed of when its retention ended.")
        }
        return place
    }

    /// A day in a year that nobody here was alive in is a slip of the pen: 0205 for 2025.
    static let earliest = Day(year: 1900, month: 1, day: 1)!

    /// - Throws: `Refusal` of kind `input`: `year-unlikely`.
    static func refuseLongAgo(_ day: Day, _ what: String) throws(Refusal) {
        guard day >= earliest else {
            throw Refusal(
                .input, code: "year-unlikely", "\(what) is \(day.inWords), which nobody on the register has seen.",
                remedy: "Correct the year.")
        }
    }

    /// A span's last day that is not before its first.
    ///
    /// - Throws: `Refusal` of kind `input`: `ends-before-start`.
    static func requireOrder(from first: Day, until last: Day?, _ what: String) throws(Refusal) {
        guard last.map({ $0 >= first }) ?? true else {
            throw Refusal(
                .input, code: "ends-before-start",
                "\(what) ends on \(last!.inWords), before it starts on \(first.inWords).",
                remedy: "Correct one of the days.")
        }
    }

    /// A declaration as it may be entered.
    ///
    /// - Throws: `Refusal`: see `EnterDeclaration`.
    func requireEnterable(_ declaration: Declaration, at moment: Moment) throws(Refusal) {
        let name = "“\(declaration.id)”"
        guard !declarations.contains(where: { $0.id == declaration.id }) else {
            throw Refusal(
                .rule, code: "declaration-exists", "“\(id)” has made a declaration \(name) already.",
                remedy: "Give this one another short name; what was declared is never overwritten.")
        }
        guard declaration.approval == nil, declaration.redactions.isEmpty, declaration.supersededBy == nil,
            declaration.supersededOn == nil, declaration.disposedOn == nil
        else {
            throw Refusal(
                .input, code: "declaration-has-history",
                "The declaration \(name) comes with what is only done to it afterwards.",
                remedy: "Leave out approval, redactions and what superseded it: each has its own act.")
        }
        try requireKinds(of: declaration)
        try refuseFuture(declaration.declaredOn, "The day on which \(name) was declared", at: moment)
        try refuseFuture(declaration.arose, "The day on which \(name) arose", at: moment)
        try PersonFile.refuseLongAgo(declaration.arose, "The day on which \(name) arose")
        try requireKnown(on: declaration.declaredOn, "The day on which \(name) was declared")
        try PersonFile.requireOrder(from: declaration.arose, until: declaration.ended, "The interest \(name)")
        if let aware = declaration.becameAware, aware > declaration.declaredOn {
            throw Refusal(
                .input, code: "aware-after-declared",
                "\(name) was declared on \(declaration.declaredOn.inWords), before the person became aware of it on "
                    + "\(aware.inWords).",
                remedy: "Correct one of the days.")
        }
        if let value = declaration.value, value < .zero {
            throw Refusal(
                .input, code: "value-negative", "The value of \(name) is \(value).",
                remedy: "Give what it is worth, or leave it out.")
        }
    }

    private func requireKinds(of declaration: Declaration) throws(Refusal) {
        guard declaration.kind == .indirect else {
            guard declaration.underlying == nil, declaration.relationship == nil else {
                throw Refusal(
                    .input, code: "not-indirect",
                    "“\(declaration.id)” names an underlying kind or a relationship, and is not indirect.",
                    remedy: "Make its kind `indirect`, or leave both out.")
            }
            return
        }
        guard let underlying = declaration.underlying, underlying != .indirect else {
            throw Refusal(
                .input, code: "underlying-missing",
                "“\(declaration.id)” is indirect and does not say which kind of interest the other person holds.",
                remedy: "Give `underlying`: financial, nonFinancialProfessional or nonFinancialPersonal.")
        }
        guard let relationship = declaration.relationship, relationship.contains(where: { !$0.isWhitespace }) else {
            throw Refusal(
                .input, code: "relationship-missing",
                "“\(declaration.id)” is indirect and does not say who the other person is to “\(id)”.",
                remedy: "Give `relationship`, such as spouse, close relative, close friend or business partner.")
        }
    }
}

extension GovernanceBook {
    /// Somebody who may judge what another has declared: there on the day, somebody else, and neither tied to
    /// them nor of the same outside employer.
    ///
    /// - Parameter doing: `approve the declaration`.
    /// - Throws: `Refusal`: `no-such-person`, `before-person`, `person-left`; of kind `permission`:
    ///   `own-approval`, `approver-tied`.
    func requireIndependent(_ approver: Slug, of person: PersonFile, on day: Day, to doing: String) throws(Refusal) {
        let judge = try requirePerson(approver)
        try judge.requireKnown(on: day, "The day on which “\(approver)” is to \(doing)")
        guard approver != person.id else {
            throw Refusal(
                .permission, code: "own-approval", "“\(approver)” cannot \(doing) of one’s own.",
                remedy: "Let somebody else, such as a line manager or the governance lead.")
        }
        let shared = judge.ties(on: day).intersection(person.ties(on: day)).sorted()
        guard shared.isEmpty else {
            throw Refusal(
                .permission, code: "approver-tied",
                "“\(approver)” cannot \(doing): both belong to \(named(shared)).",
                remedy: "Let somebody of another household, practice and firm.")
        }
        if let post = FindSharedTies.organisations(sharedBy: [approver, person.id], on: day, in: self).first {
            throw Refusal(
                .permission, code: "approver-tied",
                "“\(approver)” cannot \(doing): both hold posts at \(post.organisation).",
                remedy: "Let somebody of another household, practice and firm.")
        }
    }
}

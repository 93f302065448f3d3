import Vocabulary

extension ProposeHandling {
    /// An interest in an item, before any rule is applied to it.
    struct Found {
        var member: Slug
        var item: Slug
        var parts: [Slug]
        var interest: Slug
        var basis: Basis
        var kind: InterestKind
        var effectiveKind: InterestKind
        var sharedClass: Slug?
        var why: String
    }

    /// Declared interests, those told at the meeting, posts, ties: in this order.
    static func found(
        of person: Slug, in item: AgendaItem, _ meeting: Meeting, _ book: GovernanceBook
    ) -> [Found] {
        guard let file = book.people[person] else { return [] }
        let declared = file.interests(on: meeting.day)
        var found = declared.compactMap { declaration in
            self.declared(declaration, of: person, in: item)
        }
        found += meeting.interests.filter { $0.member == person && $0.item == item.id }.map { told in
            Found(
                member: person, item: item.id, parts: told.parts, interest: told.id, basis: .meeting,
                kind: told.kind, effectiveKind: told.underlying ?? told.kind, sharedClass: told.sharedClass,
                why: "“\(person)” told the meeting of \(told.kind.withArticle): \(told.nature)")
        }
        let codes = Set(declared.compactMap(\.counterparty))
        for post in file.posts(on: meeting.day) {
            guard let code = post.organisation, !codes.contains(code), let touch = touched(code, by: item),
                let name = Slug("post-\(code.description.lowercased())")
            else { continue }
            found.append(
                Found(
                    member: person, item: item.id, parts: touch.parts, interest: name, basis: .post,
                    kind: .financial, effectiveKind: .financial,
                    why: "“\(person)” holds a post at \(code) that is not declared as an interest; it \(touch.how)"))
        }
        return found + tied(file, in: item, meeting, book)
    }

    private static func declared(_ declaration: Declaration, of person: Slug, in item: AgendaItem) -> Found? {
        let touch = declaration.counterparty.flatMap { touched($0, by: item) }
        let shared = declaration.sharedClass.flatMap { item.classes.contains($0) ? $0 : nil }
        guard touch != nil || shared != nil else { return nil }
        let kind = declaration.kind.withArticle
        let relation = declaration.relationship.map { " (\($0))" } ?? ""
        let why =
            if let touch, let code = declaration.counterparty {
                "“\(person)” declared \(kind)\(relation) in \(code), which \(touch.how)"
            } else {
                "“\(person)” shares \(kind) with \(shared.map { "the class “\($0)”" } ?? "others"), which the item touches"
            }
        return Found(
            member: person, item: item.id, parts: touch?.parts ?? [], interest: declaration.id, basis: .register,
            kind: declaration.kind, effectiveKind: declaration.effectiveKind,
            sharedClass: declaration.sharedClass, why: why)
    }

    /// Members of one household, practice or firm: the one has indirectly what the other declared.
    private static func tied(
        _ file: PersonFile, in item: AgendaItem, _ meeting: Meeting, _ book: GovernanceBook
    ) -> [Found] {
        guard !file.ties.isEmpty, !item.touches.isEmpty else { return [] }
        let others = book.people.values.filter { $0.id != file.id && $0.isTied(to: file, on: meeting.day) }
        return others.sorted { $0.id < $1.id }.flatMap { other in
            other.interests(on: meeting.day).compactMap { declaration in
                guard declaration.sharedClass == nil, declaration.kind != .indirect,
                    let code = declaration.counterparty, let touch = touched(code, by: item),
                    !file.interests(on: meeting.day).contains(where: { $0.counterparty == code }),
                    let name = Slug("tie-\(other.id)")
                else { return nil }
                return Found(
                    member: file.id, item: item.id, parts: touch.parts, interest: name, basis: .tie,
                    kind: .indirect, effectiveKind: declaration.kind,
                    why: "“\(file.id)” shares a household, practice or firm with “\(other.id)”, who declared "
                        + "\(declaration.kind.withArticle) in \(code), which \(touch.how)")
            }
        }
    }

    /// How an item touches an organisation: the parts, none where the whole item does.
    private static func touched(
        _ code: OrganisationCode, by item: AgendaItem
    ) -> (parts: [Slug], how: String)? {
        let touches = item.touches.filter { $0.organisation == code }
        guard let first = touches.first else { return nil }
        let parts = touches.contains { $0.part == nil } ? [] : Set(touches.compactMap(\.part)).sorted()
        return (parts, first.how)
    }
}

extension InterestKind {
    /// For reading, with its article: `a financial interest`.
    var withArticle: String {
        switch self {
        case .financial: "a financial interest"
        case .nonFinancialProfessional: "a non-financial professional interest"
        case .nonFinancialPersonal: "a non-financial personal interest"
        case .indirect: "an indirect interest"
        }
    }
}

public import Vocabulary

/// A quorum and what is missing from it, in plain English.
enum QuorumWords {
    /// `one more lay member`, `two more members who vote`, `“p014”`.
    static func more(_ count: Int, _ whom: QuorumRule.Whom) -> String {
        switch whom {
        case .officers: "the chair or the vice-chair"
        case .people(let people) where count >= people.count: named(people)
        case .people(let people): "\(number(count)) more of \(named(people))"
        default: "\(number(count)) more \(whom.words(isOne: count == 1))"
        }
    }

    /// `a, b and c`.
    static func listed(_ parts: [String], by word: String = "and") -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    static func number(_ count: Int) -> String {
        let words = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        return words.indices.contains(count) ? words[count] : "\(count)"
    }

    /// `half`, `one third`, `2/5`.
    static func part(_ numerator: Int, _ denominator: Int) -> String {
        switch (numerator, denominator) {
        case (1, 2): "half"
        case (1, 3): "one third"
        case (2, 3): "two thirds"
        case (1, 4): "one quarter"
        case (3, 4): "three quarters"
        default: "\(numerator)/\(denominator)"
        }
    }
}

extension QuorumRule {
    /// The rule in a phrase: `at least 3 members, among them a lay member, and either a chief officer or a chief
    /// finance officer`.
    public var inWords: String {
        switch self {
        case .atLeast(let count, let whom): return whom.phrase(atLeast: count)
        case .part(let numerator, let denominator, let isMoreThan, let whom, let among):
            let part = QuorumWords.part(numerator, denominator)
            return "\(isMoreThan ? "more than" : "at least") \(part) of the \(whom.words(isOne: false, by: "and"))"
                + (among == .eligible ? ", those recused left out" : "")
        case .any(let rules):
            guard rules.count > 1 else { return rules.first?.inWords ?? "" }
            return "either " + QuorumWords.listed(rules.map { $0.inBrackets(insideAny: true) }, by: "or")
        case .all(let rules):
            guard case .atLeast(_, .anybody) = rules.first, rules.count > 1 else {
                return QuorumWords.listed(rules.map { $0.inBrackets(insideAny: false) })
            }
            return rules[0].inWords + ", among them "
                + QuorumWords.listed(rules.dropFirst().map { $0.inBrackets(insideAny: false) })
        }
    }

    /// Its words, in brackets where a list within a list could be misread.
    private func inBrackets(insideAny: Bool) -> String {
        switch self {
        case .all(let rules) where rules.count > 1: "(\(inWords))"
        case .any(let rules) where rules.count > 1 && insideAny: "(\(inWords))"
        default: inWords
        }
    }
}

extension QuorumDemand {
    /// `at least 2 GPs`.
    var inWords: String {
        switch size {
        case .atLeast(let count): QuorumRule.atLeast(count, whom).inWords
        case .part(let numerator, let denominator, let isMoreThan, let among):
            QuorumRule.part(
                numerator: numerator, denominator: denominator, isMoreThan: isMoreThan, of: whom, among: among
            ).inWords
        }
    }
}

extension QuorumRule.Whom {
    /// `at least 2 GPs`, `a lay member`, `the chair or the vice-chair`.
    fileprivate func phrase(atLeast count: Int) -> String {
        switch self {
        case .officers where count == 1: "the chair or the vice-chair"
        case .people(let people) where people.count == count: named(people)
        case .people(let people): "at least \(count) of \(named(people))"
        default: count == 1 ? words(isOne: true).withArticle : "at least \(count) \(words(isOne: false))"
        }
    }

    /// `lay member or executive member`, `lay members and executive members`.
    fileprivate func words(isOne: Bool, by word: String = "or") -> String {
        func all(_ roles: [Slug]) -> String { QuorumWords.listed(roles.map { $0.roleInWords(isOne: isOne) }, by: word) }
        return switch self {
        case .anybody: isOne ? "member" : "members"
        case .voting: isOne ? "voting member" : "voting members"
        case .nonVoting: isOne ? "non-voting member" : "non-voting members"
        case .roles(let roles): all(roles)
        case .votingRoles(let roles): all(roles) + " with a vote"
        case .officers: isOne ? "chair or vice-chair" : "chair and vice-chair"
        case .people(let people): named(people)
        }
    }
}

extension Slug {
    /// A role as people say it: `lay` is a lay member, `gp` a GP, `head-of-contracting` a head of contracting.
    public func roleInWords(isOne: Bool = true) -> String {
        let known: [String: (one: String, many: String)] = [
            "lay": ("lay member", "lay members"), "lay-person": ("lay person", "lay people"),
            "gp": ("GP", "GPs"), "executive": ("executive member", "executive members"),
            "non-executive": ("non-executive", "non-executives"),
            "cfo": ("chief finance officer", "chief finance officers"),
            "healthwatch": ("Healthwatch representative", "Healthwatch representatives"),
            "clinical": ("clinical member", "clinical members"), "medical": ("medical member", "medical members"),
            "independent": ("independent member", "independent members"),
            "managerial": ("managerial member", "managerial members"),
            "local-authority": ("local authority member", "local authority members"),
            "public-health": ("public health member", "public health members"),
        ]
        if let words = known[description] { return isOne ? words.one : words.many }
        var words = description.split(separator: "-").map(String.init)
        // The word before `of` is the one that is counted: heads of contracting.
        let head = (words.firstIndex(of: "of") ?? words.count) - 1
        if !isOne, words.indices.contains(head), words[head].last != "s" { words[head] += "s" }
        return words.joined(separator: " ")
    }
}

extension String {
    /// `a lay member`, `an executive member`.
    fileprivate var withArticle: String {
        let isVowel = first.map { "aeiou".contains($0) } ?? false
        return (isVowel ? "an " : "a ") + self
    }
}

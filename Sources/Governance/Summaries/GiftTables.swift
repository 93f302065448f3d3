import Rulebook
public import Tabular
public import Vocabulary

/// The registers of gifts and of breaches as tables.
extension RegisterTables {
    /// Every gift declared by the day, with what the rules of its own day say of it.
    public func gifts(on day: Day) -> Table {
        var table = Table(
            key: "gifts", caption: "Register of gifts and hospitality on \(day.inWords)",
            columns: [
                .init("person", "Person"), .init("name", "Name", isPersonal: true), .init("gift", "Gift"),
                .init("kind", "Kind"), .init("offered", "Offered"), .init("declared", "Declared"),
                .init("source", "From", isPersonal: true), .init("description", "What", isPersonal: true),
                .init("valuePence", "Value"), .init("outcome", "What was done"),
                .init("totalPence", "With earlier ones"),
                .init("rule", "What the rules say"), .init("isKept", "Kept to the rules"),
                .init("isWithheld", "Withheld"),
            ], notes: ["Gifts from one source count together over the months of the rule."])
        let judge = JudgeGift(rulebook: rulebook)
        for person in people {
            for gift in person.gifts where gift.declaredOn <= day {
                let judgement = try? judge(gift, in: person)
                table.append([
                    .text(person.id.description), .text(name(person)), .text(gift.id.description),
                    .text(gift.kind.title), .day(gift.offeredOn), .day(gift.declaredOn), .text(words(gift.source)),
                    .text(words(gift.description)), .money(gift.value), .text(gift.outcome),
                    .optional(judgement?.total, else: "no rule of its day"),
                    .optional(judgement?.answer.inWords, else: "no rule of its day"),
                    judgement.flatMap { $0.isKept(by: gift) }.map { .flag($0) } ?? .absent("to be asked"),
                    .flag(gift.isWithheld),
                ])
            }
        }
        return table
    }

    /// What is published of gifts: those of decision-makers, for the months of the rule after the offer.
    ///
    /// - Throws: `Refusal` of kind `rule`, code `no-rule`, on a day before publication was ruled.
    public func publishedGifts(on day: Day) throws(Refusal) -> Table {
        let months = try rulebook.months(GovernanceRuleID.publishGiftsFor, on: day)
        let after = try rulebook.months(GovernanceRuleID.publishAfterExpiry, on: day)
        var table = Table(
            key: "gifts", caption: "Gifts and hospitality of decision-makers on \(day.inWords)",
            columns: [
                .init("name", "Name"), .init("position", "Position"), .init("kind", "Kind"),
                .init("offered", "Offered"), .init("declared", "Declared"), .init("source", "From"),
                .init("description", "What"), .init("valuePence", "Value"), .init("outcome", "What was done"),
            ],
            notes: [
                "Entries stay here for \(months == 1 ? "a month" : "\(months) months") after the offer.",
                "Details of some entries may be withheld where publication would harm; the entry says so.",
            ])
        for person in people where isPublished(person, on: day, for: after) {
            for gift in person.gifts
            where gift.declaredOn <= day && day <= gift.offeredOn.adding(months: months) {
                let head: [Cell] = [.text(name(person)), .text(person.position(on: gift.offeredOn))]
                let details: [Cell] =
                    gift.isWithheld
                    ? Array(repeating: .text("details withheld"), count: 7)
                    : [
                        .text(gift.kind.title), .day(gift.offeredOn), .day(gift.declaredOn),
                        .text(gift.isSourcePrivate ? "a private person" : words(gift.source)),
                        .text(words(gift.description)), .money(gift.value), .text(gift.outcome),
                    ]
                table.append(head + details)
            }
        }
        return table
    }

    /// Breaches for the body's own use, open ones among them.
    public func breaches(on day: Day) -> Table {
        var table = Table(
            key: "breaches", caption: "Breaches found up to \(day.inWords)",
            columns: [
                .init("person", "Person"), .init("breach", "Breach"), .init("found", "Found"),
                .init("account", "What happened", isPersonal: true), .init("dealtWithBy", "Looked into by"),
                .init("decision", "Decision touched"), .init("effect", "What became of it"),
                .init("sanction", "Sanction"), .init("lesson", "Lesson"), .init("settled", "Settled"),
            ])
        for person in people {
            for breach in person.breaches where breach.foundOn <= day {
                let decision = breach.meeting.map { meeting in "\(meeting)\(breach.item.map { ", \($0)" } ?? "")" }
                table.append([
                    .text(person.id.description), .text(breach.id.description), .day(breach.foundOn),
                    .text(words(breach.account)), .text(breach.dealtWithBy.description),
                    .optional(decision, else: "none"), .optional(breach.effect?.inWords, else: "open"),
                    .optional(breach.sanction, else: "none"), .optional(breach.lesson, else: "none"),
                    .optional(breach.settledOn, else: "open"),
                ])
            }
        }
        return table
    }

    /// What is published of breaches: settled ones, by day, without anybody's name or short name.
    public func publishedBreaches(on day: Day) -> Table {
        var table = Table(
            key: "breaches", caption: "Breaches of the rules on interests up to \(day.inWords)",
            columns: [
                .init("settled", "Settled"), .init("what", "What happened"),
                .init("effect", "What became of the decision"),
                .init("lesson", "Lesson"),
            ])
        let all = people.flatMap(\.breaches).filter { $0.foundOn <= day }
        let settled = all.filter { $0.settledOn.map { $0 <= day } ?? false }
        for breach in settled.sorted(by: { ($0.settledOn!, $0.foundOn, $0.id) < ($1.settledOn!, $1.foundOn, $1.id) }) {
            table.append([
                .day(breach.settledOn!), .optional(breach.publishedText, else: "no text"),
                .optional(breach.effect?.inWords, else: "open"), .optional(breach.lesson, else: "none"),
            ])
        }
        let open = all.count - settled.count
        table.notes = [
            open == 0
                ? "No breach is open."
                : "\(counted(open, "more breach is", "more breaches are")) being looked into.",
            "Published without names.",
        ]
        return table
    }
}

extension Gift {
    /// `Declined`, `Accepted`, `Accepted for the organisation`.
    public var outcome: String {
        isAccepted ? isForOrganisation ? "Accepted for the organisation" : "Accepted" : "Declined"
    }
}

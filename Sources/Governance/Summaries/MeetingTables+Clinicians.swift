public import Rulebook
public import Tabular
public import Vocabulary

extension MeetingTables {
    /// Where no clinician takes part in an item, or in some of it, as it stands: a sentence for each committee.
    public func unheard(_ item: Slug) -> [String] { meeting.unheard(item).map { words($0, of: item) } }

    /// `No clinician of the Primary care committee takes part in deciding on option-7: gp is left out.`
    func words(_ voice: ClinicalVoice, of item: Slug) -> String {
        let body = committeeTitle(voice.committee)
        guard !voice.isHeard else {
            return "Clinicians of \(body) who take part: \(names(voice.heard))."
        }
        let what = voice.unheardParts.isEmpty ? "“\(itemTitle(item))”" : parts(voice.unheardParts)
        let causes = [
            voice.excluded.isEmpty
                ? nil
                : "\(listed(voice.excluded.map { who($0) })) \(voice.excluded.count == 1 ? "is" : "are") left out",
            voice.absent.isEmpty
                ? nil : "\(listed(voice.absent.map { who($0) })) \(voice.absent.count == 1 ? "is" : "are") not there",
        ].compactMap { $0 }
        return "No clinician of \(body) takes part in deciding on \(what)"
            + (causes.isEmpty ? "." : ": \(causes.joined(separator: ", and ")).")
    }

    /// Who was asked for an item, with the answers, in a sentence; nil where nobody was and none was needed.
    func askedWords(_ item: Slug) -> String? {
        let asked = meeting.asked(for: item)
        guard !asked.isEmpty else {
            let wasUnheard = (meeting.proceeding(item)?.voices ?? []).contains { !$0.isHeard }
            return wasUnheard ? "No other clinician was asked." : nil
        }
        let each = asked.map { one in
            "\(who(one.person)) (\(one.answer?.inWords ?? "no answer")\(one.note.map { ": \($0)" } ?? ""))"
        }
        return "Asked \(asked.count == 1 ? "was" : "were") \(listed(each))."
    }

    /// What was found of the clinical voice of an item from moment to moment, and who was asked: a sentence each; none
    /// where it was never lost and nobody was asked.
    public func clinicalVoice(of item: Slug) -> [String] {
        (meeting.proceeding(item)?.voices ?? []).map { "\($0.at.clock): \(words($0, of: item))" }
            + [askedWords(item)].compactMap { $0 }
    }

    /// Each time that it was new whether clinicians take part in an item.
    public var clinicalVoice: Table {
        var table = Table(
            key: "voices", caption: "Clinical voice, item by item",
            columns: [
                .init("item", "Item"), .init("committee", "Committee"), .init("at", "At"), .init("isHeard", "Heard"),
                .init("unheardParts", "None left for"), .init("heard", "Take part"), .init("excluded", "Left out"),
                .init("absent", "Not there"),
            ],
            notes: [
                "Of members with a clinical post on the day. Before an item is taken, everybody who is not left out is "
                    + "counted as there.", timesAre,
            ])
        func list(_ names: [Slug], else none: String) -> Cell {
            names.isEmpty ? .absent(none) : .text(names.map(\.description).joined(separator: ", "))
        }
        for proceeding in meeting.proceedings {
            for voice in proceeding.voices {
                table.append([
                    .text(itemTitle(proceeding.item)), .text(voice.committee.description), .text(voice.at.clock),
                    .flag(voice.isHeard),
                    voice.heard.isEmpty ? .text("the whole item") : list(voice.unheardParts, else: "nothing"),
                    list(voice.heard, else: "nobody"), list(voice.excluded, else: "nobody"),
                    list(voice.absent, else: "nobody"),
                ])
            }
        }
        return table
    }

    /// Everybody who was asked, each time.
    public var cliniciansAsked: Table {
        var table = Table(
            key: "asked", caption: "Clinicians who were asked",
            columns: [
                .init("item", "Item"), .init("person", "Person"), .init("name", "Name", isPersonal: true),
                .init("by", "By"), .init("at", "At"), .init("answer", "Answer"), .init("note", "Note"),
            ], notes: [timesAre])
        for one in meeting.asked {
            table.append([
                .text(itemTitle(one.item)), .text(one.person.description), .text(who(one.person)),
                .text(one.by.description), .text(one.at.inLondon.inWords),
                .optional(one.answer?.inWords, else: "none yet"), .optional(one.note, else: "none"),
            ])
        }
        return table
    }

    /// Clinicians who could be asked for an item, and who is not to be, with the reasons.
    ///
    /// - Throws: what `ProposeClinicians` refuses.
    public func clinicians(for item: Slug, _ rulebook: Rulebook) throws(Refusal) -> Table {
        var table = Table(
            key: "clinicians", caption: "Clinicians who could be asked for “\(itemTitle(item))”",
            columns: [
                .init("person", "Person"), .init("name", "Name", isPersonal: true), .init("posts", "Posts"),
                .init("areas", "Area"), .init("isProposed", "Proposed"), .init("why", "Why"),
                .init("asked", "Asked"),
            ], notes: ["From the register on that day; an interest that was not declared is not known here."])
        let asked = meeting.asked(for: item)
        for candidate in try ProposeClinicians.propose(for: item, in: meeting, book: book, rulebook: rulebook) {
            let answer = asked.first { $0.person == candidate.person }
            table.append([
                .text(candidate.person.description), .text(who(candidate.person)),
                .text(candidate.posts.joined(separator: "; ")),
                candidate.areas.isEmpty
                    ? .absent("not known") : .text(candidate.areas.map(\.description).joined(separator: ", ")),
                .flag(candidate.isProposed), .text(candidate.why),
                answer.map { .text($0.answer?.inWords ?? "no answer yet") } ?? .absent("not asked"),
            ])
        }
        return table
    }
}

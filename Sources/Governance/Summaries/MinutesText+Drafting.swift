import Tabular
import Vocabulary

/// Writes the parts of the minutes.
struct MinutesDrafting {
    let tables: MeetingTables

    private var meeting: Meeting { tables.meeting }

    func opening() -> [MinutesText.Block] {
        var lines = [
            "\(meeting.place), \(meeting.startsAt.inLondon.day.inWords); in \(meeting.isPublic ? "public" : "private")"
                + (meeting.reasonForPrivate.map { " (\($0))" } ?? "") + "."
        ]
        if let opened = meeting.openedAt {
            lines.append(
                "Opened at \(opened.clock)"
                    + (meeting.closedAt.map { " and closed at \($0.clock)" } ?? "") + ". \(tables.timesAre)")
        }
        if let papers = meeting.papers, papers.isLate {
            lines.append(
                "The papers went out on \(papers.on.inWords) and were due on \(papers.due.inWords): "
                    + (papers.reasonForLate ?? "").asSentence)
        }
        if let reason = meeting.reasonForCancelling { lines.append("The meeting was cancelled: \(reason.asSentence)") }
        var blocks: [MinutesText.Block] = lines.map { .paragraph($0) }
        blocks.append(.paragraph(standing))
        blocks += [.heading("Who was there", level: 1), .table(tables.attendance)]
        let chairs = meeting.chairing.map { chairing in
            "\(chairing.at.clock): \(tables.who(chairing.person)) took the chair of "
                + "\(tables.committeeTitle(chairing.committee))"
                + (chairing.item.map { " for “\(tables.itemTitle($0))”" } ?? "")
                + (chairing.chosenBy.isEmpty ? "" : ", chosen by \(tables.names(chairing.chosenBy))")
                + (chairing.reason.map { ": \($0.asSentence)" } ?? ".")
        }
        if !chairs.isEmpty { blocks.append(.bullets(chairs)) }
        return blocks
    }

    /// Whether the minutes are approved, with the corrections.
    private var standing: String {
        let corrections = meeting.corrections.map { "Corrected: \($0.text.asSentence)" }
        guard let approval = meeting.approval else {
            return (["Draft, not yet approved."] + corrections).joined(separator: " ")
        }
        return (["Approved at \(approval.meeting) by \(tables.names(approval.by))."] + corrections)
            .joined(separator: " ")
    }

    func item(_ item: AgendaItem) -> [MinutesText.Block] {
        guard let proceeding = meeting.proceeding(item.id) else { return [] }
        var blocks: [MinutesText.Block] = [.paragraph(taken(item, proceeding))]
        let interests = interests(item)
        if !interests.isEmpty {
            blocks += [.heading("Interests", level: 2), .bullets(interests)]
        } else if item.purpose == .decide, proceeding.takenAt != nil {
            blocks.append(.paragraph("No interest in this item was known or declared."))
        }
        let findings = proceeding.findings.map { finding in
            "\(finding.at.clock): \(tables.committeeTitle(finding.committee)) was "
                + (finding.isMet
                    ? "quorate, with \(counted(finding.counted.count, "person", "people")) counted."
                    : "not quorate: missing \(finding.missing.joined(separator: ", ")).")
        }
        if item.purpose == .decide, !findings.isEmpty { blocks.append(.bullets(findings)) }
        let voices = tables.clinicalVoice(of: item.id)
        if !voices.isEmpty { blocks.append(.bullets(voices)) }
        blocks += gates(item)
        let joined = meeting.coOptions.filter { $0.item == item.id }.map { coOption in
            "\(coOption.at.clock): \(tables.who(coOption.person)) joined "
                + "\(tables.committeeTitle(coOption.committee)) for the item; asked were "
                + "\(tables.names(coOption.asked)). \(coOption.reason.asSentence)"
        }
        if !joined.isEmpty { blocks.append(.bullets(joined)) }
        blocks += motions(item)
        let outcomes = proceeding.outcomes.map { outcome in
            "\(tables.committeeTitle(outcome.committee)): \(outcome.kind.inWords)"
                + (outcome.note.map { ", \($0)" } ?? "") + "."
        }
        if let note = proceeding.note { blocks.append(.paragraph(note)) }
        if !outcomes.isEmpty { blocks.append(.bullets(outcomes.eachOnce)) }
        return blocks
    }

    private func taken(_ item: AgendaItem, _ proceeding: Proceeding) -> String {
        let subject = item.subject.inWords.map { ", about \($0)" } ?? ""
        if let reason = proceeding.reasonWithdrawn { return "Withdrawn: \(reason)." }
        guard let taken = proceeding.takenAt else { return "Not taken; it was \(item.purpose.inWords)\(subject)." }
        return "Taken at \(taken.clock), \(item.purpose.inWords)\(subject)."
    }

    /// Who has which interest, why it is one, how it was agreed to handle it, and that it was done.
    private func interests(_ item: AgendaItem) -> [String] {
        let told = meeting.interests.filter { $0.item == item.id }.map { told in
            "\(tables.who(told.member)) told the meeting of \(told.kind.withArticle): \(told.nature.asSentence) "
                + "It belongs on the register of interests."
        }
        return told
            + meeting.standingHandlings(item.id).map { handling in
                let declared = handling.interests.compactMap { id in
                    tables.book.people[handling.member]?.declaration(id)
                }
                let kinds = declared.map { declaration in
                    declaration.kind.withArticle + (declaration.counterparty.map { " in \($0)" } ?? "")
                        + (declaration.band.map { " (\($0))" } ?? declaration.value.map { " (\($0))" } ?? "")
                }
                let why = item.touches.filter { touch in declared.contains { $0.counterparty == touch.organisation } }
                    .map { "\($0.organisation) \($0.how)" }
                let nature = (kinds + why).isEmpty ? "" : " has \((kinds + why).joined(separator: "; "))."
                let rest = handling.parts.isEmpty ? "" : " (\(tables.parts(handling.parts)))"
                let away = tables.absence(of: handling.member, for: item.id).map { " Done: \($0)." } ?? ""
                let chair = tables.who(handling.decidedBy)
                return "\(tables.who(handling.member))\(nature.isEmpty ? ":" : nature) "
                    + "\(chair), in the chair, decided: \(handling.option.inWords)\(rest)"
                    + (handling.reason.map { "; \($0.asSentence)" } ?? ".") + away
            }
    }

    private func gates(_ item: AgendaItem) -> [MinutesText.Block] {
        guard item.changesService else { return [] }
        let lines = item.gates.map { gate in
            "\(gate.kind.inWords): \(gate.title), dated \(gate.dated.inWords)"
                + (gate.reasonForNone.map { "; there is none: \($0)" } ?? "")
                + "; seen by \(gate.seenBy.isEmpty ? "nobody" : tables.names(gate.seenBy))."
        }
        return [
            .paragraph("The item stops or changes a service; these documents were before the meeting."),
            .bullets(lines.isEmpty ? ["None."] : lines),
        ]
    }

    private func motions(_ item: AgendaItem) -> [MinutesText.Block] {
        meeting.motions.filter { $0.item == item.id }.flatMap { motion -> [MinutesText.Block] in
            let movers = motion.mover.map { mover in
                " Moved by \(tables.who(mover))" + (motion.seconder.map { ", seconded by \(tables.who($0))" } ?? "")
                    + "."
            }
            var blocks: [MinutesText.Block] = [
                .heading("Decision “\(motion.id)”", level: 2),
                .paragraph(
                    "\(motion.text.asSentence)\(movers ?? "") Considered were: \(motion.considered.joined(separator: "; "))."
                ),
                .paragraph("Reasons: \(motion.reasons.asSentence)"),
            ]
            let results = motion.results.map { result -> String in
                let body = tables.committeeTitle(result.committee)
                let resolution = meeting.resolutions.first { $0.id == motion.id && $0.committee == result.committee }
                guard let resolution else {
                    return "\(result.at.clock): \(body) was no longer quorate and decided nothing."
                }
                let how = resolution.tally?.inWords ?? "agreed \(resolution.manner.inWords)"
                let setAside =
                    resolution.setAside.isEmpty
                    ? "" : " Not counted, for they or their proxies had left: \(tables.names(resolution.setAside))."
                return "\(result.at.clock): \(body): \(how).\(setAside)"
            }
            blocks.append(.bullets(results.isEmpty ? ["The vote is open."] : results))
            return blocks
        }
    }

    func closing() -> [MinutesText.Block] {
        guard !meeting.actions.isEmpty else { return [] }
        let lines = meeting.actions.map { "\($0.text): \(tables.who($0.owner)), by \($0.due.inWords)." }
        return [.heading("Actions", level: 1), .bullets(lines)]
    }
}

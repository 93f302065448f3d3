import Access
import Challenges
import Imports
import Markup
import Pages
import Store
import Tabular
import Vocabulary

/// Forms by which a bundle goes its way: sent, concluded, credited, disputed, closed.
enum BundleFormAnswers {
    /// Today, in the field `on`.
    static func today(_ work: BundleWork) -> SentValues { SentValues(on: work.today) }

    /// Texts that people typed hold nothing of a patient.
    static func refusePatients(in texts: [String?]) throws(Refusal) {
        for case let text? in texts { try PatientIdentifier.refuse(in: text) }
    }

    static func sending(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let bundle = work.bundle
        let isAgain = bundle.sending != nil
        let form = SendForm(sent?.filled ?? today(work), bundle: bundle.id, isAgain: isAgain)
        let due = try? work.desk.deadlines.answer(toSendingOn: work.today)
        let lede = due.map { "Sent today, it is to be answered by \($0.inWords)." }
        return work.asking(
            isAgain ? "Send the bundle again" : "Send the bundle", form, .send(bundle.id), button: "Send it",
            before: [
                .paragraph(
                    .text(
                        [
                            lede,
                            "Remit makes the letter and the workbook; you send them, and the record keeps their digests.",
                        ]
                        .compactMap(\.self).joined(separator: " ")), class: "lede")
            ], sent,
            checking: { answer in
                try refusePatients(in: [answer.contact, answer.addressee, answer.reason])
                let after = try work.decided(answer.act(on: bundle.id))
                guard let sending = after.sending else { throw Refusal.unknownBundle(bundle.id) }
                let own = bundle.challenges.filter(\.isForProvider)
                let late = Html.paragraph(
                    "It is sent later than the contract allows after the account came: the record will say so.",
                    class: "warning")
                return BundleWork.Check(
                    heading: "Check before the bundle is sent",
                    rows: [
                        .init("Sent on", .text(sending.on.inWords)),
                        .init("Answer by", .text(sending.deadline.inWords)),
                        .init("Letter to", .name(sending.addressee)), .init("Answer to", .name(sending.contact)),
                        .init("Challenges", .text(grouped(own.count))),
                        .init(
                            "Money, counted once",
                            .text("\(ShareRowMoney.claimsAsSent(of: bundle).values.total())")),
                    ], notes: sending.isLate ? [late] : [], button: "Record that it is sent")
            },
            isRecorded: { answer in
                guard let held = bundle.sending else { return false }
                return held.on == answer.on && held.contact == answer.contact && held.reason == answer.reason
                    && held.addressee == answer.addressee ?? bundle.provider
                    && held.accountReceivedOn == answer.accountReceivedOn
                    && answer.deadline.map { $0 == held.deadline } ?? true
            }, told: { after in "The letter and the workbook are ready to be taken away. \(work.standing(after))" }
        ) { answer, seen in
            try refusePatients(in: [answer.contact, answer.addressee, answer.reason])
            var act = answer.act(on: bundle.id)
            // Decided once to know the deadline that the letter names; then again, with the papers, for the record.
            let decided = try work.decided(act)
            act.papers = try BundlePapers(bundle, sending: decided.sending, from: work.desk).papers
            return try work.perform(act, at: seen)
        }
    }

    static func concluding(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let bundle = work.bundle
        let isSent = bundle.sending != nil
        let form = ConcludeForm(sent?.filled ?? today(work), bundle: bundle)
        return work.asking(
            isSent ? "Conclude on challenges" : "Withdraw challenges", form, .conclude(bundle.id), button: "Conclude",
            before: [
                .paragraph(
                    .text(
                        isSent
                            ? "You see what it comes to before anything is recorded."
                            : "Until the bundle is sent, challenges can only be withdrawn."), class: "lede")
            ], sent,
            checking: { answer in
                try refusePatients(in: [answer.reason])
                return try check(answer.rows(on: bundle), on: answer.on, work)
            }, isRecorded: { work.stand($0.rows(on: bundle), on: $0.on) }, told: { work.standing($0) }
        ) { answer, seen in
            try refusePatients(in: [answer.reason])
            return try work.perform(work.conclusions(answer.rows(on: bundle), on: answer.on), at: seen)
        }
    }

    /// What conclusions come to, before they are recorded.
    static func check(
        _ rows: [ConcludeChallenges.Row], on day: Day, _ work: BundleWork
    ) throws -> BundleWork.Check {
        let after = try work.decided(work.conclusions(rows, on: day))
        let (before, then) = (ChallengeSums(of: work.bundle).total, ChallengeSums(of: after).total)
        func count(_ outcome: ChallengeConclusion.Outcome) -> String { grouped(rows.count { $0.outcome == outcome }) }
        return BundleWork.Check(
            heading: "Check the conclusions",
            rows: [
                .init(
                    "Concluded",
                    .text(
                        "\(counted(rows.count, "challenge", "challenges")): \(count(.upheld)) upheld, \(count(.part)) in part, "
                            + "\(count(.withdrawn)) withdrawn")),
                .init("Agreed then", .text("\(then.agreed), now \(before.agreed)")),
                .init("Given up then", .text("\(then.givenUp), now \(before.givenUp)")),
                .init("Open then", .text("\(counted(then.open, "challenge", "challenges")), \(then.openMoney)")),
            ], button: "Conclude on \(counted(rows.count, "challenge", "challenges"))")
    }

    static func crediting(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let bundle = work.bundle
        let form = CreditForm(sent?.filled ?? today(work), bundle: bundle)
        return work.asking(
            "Record a credit note", form, .credit(bundle.id), button: "Record it",
            before: [
                .paragraph(
                    .text("\(bundle.agreed) is agreed, and \(bundle.credited) of it is credited."), class: "lede")
            ], sent,
            isRecorded: { answer in
                bundle.standingCredits.contains(
                    CreditNote(number: answer.number, on: answer.on, amount: answer.amount, reason: answer.reason))
            }, told: { "The credit note is recorded. \(work.standing($0))" }
        ) { answer, seen in
            try refusePatients(in: [answer.number, answer.reason])
            return try work.perform(answer.act(on: bundle.id), at: seen)
        }
    }

    static func disputing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let bundle = work.bundle
        guard let step = DisputeForm.next(of: bundle) ?? bundle.openDispute?.steps.last?.kind else {
            throw Refusal(.usage, code: "not-found", "A step of a dispute")
        }
        let form = DisputeForm(sent?.filled ?? today(work), step: step)
        let until = try? work.desk.deadlines.end(of: step, begunOn: work.today)
        return work.asking(
            bundle.openDispute == nil ? "Begin a dispute" : "Go on to \(step.inWords)", form, .dispute(bundle.id),
            button: "Record it",
            before: [
                .paragraph(
                    .text(
                        "Negotiation comes first, then mediation, then an expert’s decision."
                            + (until.map { " Begun today, \(step.inWords) lasts until \($0.inWords)." } ?? "")),
                    class: "lede")
            ], sent,
            isRecorded: { answer in
                bundle.openDispute?.steps.last.map {
                    $0.kind == answer.step && $0.on == answer.on && $0.words == answer.words
                } ?? false
            }, told: { "It is recorded. \(work.standing($0))" }
        ) { answer, seen in
            try refusePatients(in: [answer.words])
            return try work.perform(
                DisputeBundle(bundle: bundle.id, step: answer.step, on: answer.on, words: answer.words), at: seen)
        }
    }

    static func settling(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let bundle = work.bundle
        let form = DayAndWordsForm(
            sent?.filled ?? today(work), question: "What was settled, and by whom?",
            hint: "Values that were settled otherwise are concluded again.")
        return work.asking(
            "Settle the dispute", form, .settle(bundle.id), button: "Record it", sent,
            isRecorded: { answer in
                bundle.disputes.last?.settlement.map { $0.on == answer.on && $0.words == answer.words } ?? false
            }, told: { "The dispute is settled. \(work.standing($0))" }
        ) { answer, seen in
            try refusePatients(in: [answer.words])
            return try work.perform(
                SettleDispute(bundle: bundle.id, on: answer.on, words: answer.words), at: seen)
        }
    }

    static func closing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try BundleWork(question, to: .editActivity)
        let bundle = work.bundle
        let rest = bundle.agreed - bundle.credited
        let form = DayAndWordsForm(
            sent?.filled ?? today(work), question: "Is there anything to be said of it?",
            hint: rest > .zero ? "\(rest) is agreed and not credited: say why it is closed without." : nil,
            mayBeSilent: true)
        return work.asking(
            "Close the bundle", form, .close(bundle.id), button: "Close it", sent,
            isRecorded: { answer in
                bundle.closing.map { $0.on == answer.on && ($0.reason ?? "") == answer.words } ?? false
            }, told: { _ in "The bundle is closed." }
        ) { answer, seen in
            try refusePatients(in: [answer.words])
            return try work.perform(
                CloseBundle(bundle: bundle.id, on: answer.on, reason: answer.words.isEmpty ? nil : answer.words),
                at: seen)
        }
    }
}

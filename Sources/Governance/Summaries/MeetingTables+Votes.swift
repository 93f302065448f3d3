public import Tabular
import Vocabulary

extension MeetingTables {
    /// Every vote by name, and the counts of secret ones.
    public var votes: Table {
        var table = Table(
            key: "votes", caption: "Votes",
            columns: [
                .init("motion", "Motion"), .init("committee", "Committee"), .init("voter", "Voter"),
                .init("name", "Name", isPersonal: true), .init("choice", "Vote"), .init("castBy", "Cast by"),
                .init("counted", "Counted"),
            ])
        for motion in meeting.motions {
            for cast in motion.votes {
                let resolution = meeting.resolutions.first { $0.id == motion.id && $0.committee == cast.committee }
                let isCounted = resolution.map { !$0.setAside.contains(cast.vote.voter) }
                table.append([
                    .text(motion.id.description), .text(cast.committee.description),
                    .text(cast.vote.voter.description), .text(who(cast.vote.voter)),
                    .text(cast.vote.choice == .inFavour ? "for" : cast.vote.choice.rawValue),
                    .optional(cast.vote.castBy.map { who($0) }, else: "in person"),
                    isCounted.map { .flag($0) } ?? .absent("no decision"),
                ])
            }
            for secret in motion.secretVotes {
                table.notes.append(
                    "“\(motion.id)” in \(secret.committee) was secret: \(secret.counts.inFavour) for, "
                        + "\(secret.counts.against) against, \(secret.counts.abstained) abstained.")
            }
        }
        return table
    }

    /// Each time that the quorum was judged with a new answer.
    public var quorum: Table {
        var table = Table(
            key: "findings", caption: "Quorum, item by item",
            columns: [
                .init("item", "Item"), .init("committee", "Committee"), .init("at", "At"), .init("met", "Quorate"),
                .init("counted", "Counted"), .init("missing", "Missing"), .init("waysOut", "What may be done"),
            ], notes: ["Whoever is left out of the item, or is not there, is not counted.", timesAre])
        for proceeding in meeting.proceedings {
            for finding in proceeding.findings {
                table.append([
                    .text(itemTitle(proceeding.item)), .text(finding.committee.description),
                    .text(finding.at.clock), .flag(finding.isMet), .count(finding.counted.count),
                    finding.missing.isEmpty ? .absent("nothing") : .text(finding.missing.joined(separator: ", ")),
                    finding.waysOut.isEmpty
                        ? .absent("nothing needed") : .text(finding.waysOut.joined(separator: "; ")),
                ])
            }
        }
        return table
    }
}

import Priorities
import Vocabulary

extension Decision {
    /// The decision as one meeting carried it, on its day and in its body's name.
    var carried: Decision {
        var decision = self
        decision.sitting = Sitting(
            meeting: slug("pccc-5"), item: slug("round"), on: decidedOn,
            bodies: [.init(title: body, quorum: "at least 3 members; 5 counted", isQuorate: true)],
            votes: outcomes.map {
                .init(
                    body: body, motion: "As the paper proposes", options: [$0.option], outcome: $0.outcome,
                    inFavour: 4, against: 1, abstained: 0, isCarried: true)
            }, leftOut: [.init(role: "dentist", options: [slug("evening")], how: "leaves for the decision")],
            digest: Sample.digest("9"))
        return decision
    }
}

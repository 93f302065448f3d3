import Vocabulary

/// Spans of a person's file: entered, or given their last day.
extension PersonFile {
    mutating func enter(_ post: Post) throws(Refusal) {
        try refuseBlank(post.title, "The title of the post")
        try PersonFile.requireOrder(from: post.from, until: post.until, "The post “\(post.title)”")
        let same = posts.firstIndex {
            $0.title == post.title && $0.from == post.from && $0.organisation == post.organisation
        }
        guard let same else {
            posts.append(post)
            return
        }
        guard posts[same].until == nil, let until = post.until else {
            throw Refusal(
                .rule, code: posts[same].until == nil ? "post-exists" : "post-ended",
                "“\(id)” holds the post “\(post.title)” from \(post.from.inWords)"
                    + (posts[same].until.map { " until \($0.inWords)" } ?? "") + " already.",
                remedy: "What stands is not overwritten; to end a post, enter it again with its last day.")
        }
        posts[same].until = until
    }

    mutating func enter(_ span: DecisionMaking) throws(Refusal) {
        try refuseBlank(span.why, "Why “\(id)” is a decision-maker")
        try PersonFile.requireOrder(from: span.from, until: span.until, "Decision-making")
        try requireKnown(on: span.from, "The first day of decision-making")
        if let same = decisionMaking.firstIndex(where: { $0.from == span.from && $0.until == nil }),
            let until = span.until
        {
            decisionMaking[same].until = until
            return
        }
        let overlapping = decisionMaking.first { other in
            (other.until.map { span.from <= $0 } ?? true) && (span.until.map { other.from <= $0 } ?? true)
        }
        if let overlapping {
            throw Refusal(
                .rule, code: "decision-making-exists",
                "“\(id)” is a decision-maker from \(overlapping.from.inWords)"
                    + (overlapping.until.map { " until \($0.inWords)" } ?? "") + " already.",
                remedy: "To end it, enter it again from the same day with its last day.")
        }
        decisionMaking.append(span)
    }

    mutating func enter(_ tie: Tie) throws(Refusal) {
        try PersonFile.requireOrder(from: tie.from, until: tie.until, "The tie “\(tie.name)”")
        guard let same = ties.firstIndex(where: { $0.name == tie.name && $0.from == tie.from }) else {
            ties.append(tie)
            return
        }
        guard ties[same].until == nil, let until = tie.until else {
            throw Refusal(
                .rule, code: "tie-exists",
                "“\(id)” belongs to “\(tie.name)” from \(tie.from.inWords)"
                    + (ties[same].until.map { " until \($0.inWords)" } ?? "") + " already.",
                remedy: "To end a tie, enter it again with its last day.")
        }
        ties[same].until = until
    }

    /// Marks an entry as one whose texts are gone.
    mutating func disposeOf(_ what: RetainedEntry.What, on day: Day) {
        switch what {
        case .name: nameDisposedOn = day
        case .declaration(let id):
            for place in declarations.indices where declarations[place].id == id {
                declarations[place].disposedOn = day
            }
        case .gift(let id):
            for place in gifts.indices where gifts[place].id == id { gifts[place].disposedOn = day }
        case .breach(let id):
            for place in breaches.indices where breaches[place].id == id { breaches[place].disposedOn = day }
        }
    }
}

extension GovernanceBook {
    /// - Throws: `Refusal`: `meeting-missing` (an item alone), `no-such-meeting`, `no-such-item`.
    func requireItem(_ item: Slug?, of meeting: Slug?) throws(Refusal) {
        guard let meeting else {
            guard let item else { return }
            throw Refusal(
                .input, code: "meeting-missing", "The item “\(item)” is named without its meeting.",
                remedy: "Name the meeting too.")
        }
        guard let held = meetings[meeting] else {
            throw Refusal(.usage, code: "no-such-meeting", "There is no meeting “\(meeting)”.")
        }
        guard let item else { return }
        guard held.agenda.contains(where: { $0.id == item }) else {
            throw Refusal(
                .usage, code: "no-such-item", "The meeting “\(meeting)” has no item “\(item)”.",
                remedy: held.agenda.isEmpty ? nil : "It has \(named(held.agenda.map(\.id))).")
        }
    }
}

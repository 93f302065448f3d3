import Vocabulary

/// Judges whether an item that is to be decided or discussed has a clinical voice in each committee.
enum JudgeClinicalVoice {
    /// - Returns: nil where no clinician has a seat in the committee: then none can be lost.
    static func voice(
        of committee: Slug, in meeting: Meeting, item: Slug, book: GovernanceBook, at moment: Moment
    ) throws(Refusal) -> ClinicalVoice? {
        let clinicians = Set(
            meeting.peopleConcerned(book).filter { person in
                !(book.people[person]?.clinicalPosts(on: meeting.day).isEmpty ?? true)
            })
        guard !clinicians.isEmpty else { return nil }
        let state = meeting.proceeding(item)?.state
        let isBefore = state == .taken || state == .stopped
        func seats(_ scope: Meeting.Scope) throws(Refusal) -> [Seat] {
            try Sitting(of: committee, in: meeting, item: item, within: scope, book: book).seats.map { seat in
                var seat = seat
                seat.isPresent = seat.isPresent || !isBefore
                return seat
            }
        }
        // Whether a deputy takes part hangs on the member's seat: all of them are asked, then clinicians picked.
        let whole = try seats(.discussion)
        let clinical = whole.filter { clinicians.contains($0.person) }
        guard !clinical.isEmpty else { return nil }
        let parts = Set(meeting.standingHandlings(item).flatMap(\.parts)).sorted()
        let heard = Set(whole.takingPart.map(\.person)).intersection(clinicians).sorted()
        var unheard: [Slug] = []
        var excluded = Set(clinical.filter(\.isRecused).map(\.person))
        if !heard.isEmpty {
            for part in parts {
                let left = try seats(.motion([part]))
                guard !left.takingPart.contains(where: { clinicians.contains($0.person) }) else { continue }
                unheard.append(part)
                excluded.formUnion(left.filter { $0.isRecused && clinicians.contains($0.person) }.map(\.person))
            }
        }
        let absent = Set(clinical.filter { !$0.isPresent && !$0.isRecused }.map(\.person))
        return ClinicalVoice(
            committee: committee, at: moment, heard: heard, unheardParts: unheard, excluded: excluded.sorted(),
            absent: absent.sorted())
    }
}

extension Meeting {
    /// Writes down what is new of the clinical voice of each item that may still be decided or discussed.
    mutating func noteClinicalVoice(book: GovernanceBook, at moment: Moment) throws(Refusal) {
        guard [.planned, .papersOut, .open].contains(state) else { return }
        for place in proceedings.indices where [.waiting, .taken, .stopped].contains(proceedings[place].state) {
            guard let item = item(proceedings[place].item), [.decide, .discuss].contains(item.purpose) else { continue }
            for committee in committees {
                guard
                    let voice = try JudgeClinicalVoice.voice(
                        of: committee, in: self, item: item.id, book: book, at: moment)
                else { continue }
                let last = proceedings[place].voices.last { $0.committee == committee }
                if last.map({ $0.isLike(voice) }) ?? voice.isHeard { continue }
                proceedings[place].voices.append(voice)
            }
        }
    }
}

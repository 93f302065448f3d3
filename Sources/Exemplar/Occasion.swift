public import Vocabulary

/// When the invented committees meet to decide the rounds: the meetings end at a moment, on its day.
///
/// A decision is of the day on which its round is taken in, so the files say days and times by their distance from it:
/// `{{-28}}` is the day 28 days before, `{{+14}}` a fortnight after, `{{@43}}` minute 43 of the meeting that decides, and
/// `{{-28@15}}` minute 15 of a meeting 28 days before.
public struct Occasion: Hashable, Sendable {
    /// The moment by which the meetings that decide are over.
    public var moment: Moment

    public init(endingAt moment: Moment) { self.moment = moment }

    /// How long the longest of the meetings takes.
    static let minutes = 100

    /// The text with its days and times said.
    func filled(_ bytes: [UInt8]) -> [UInt8] {
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "{{", omittingEmptySubsequences: false)
        var text = String(parts.first ?? "")
        for part in parts.dropFirst() {
            let pieces = part.split(separator: "}}", maxSplits: 1, omittingEmptySubsequences: false)
            guard pieces.count == 2, let said = said(pieces[0]) else {
                text += "{{" + part
                continue
            }
            text += said + pieces[1]
        }
        return Array(text.utf8)
    }

    /// Nil where it says neither days nor minutes.
    private func said(_ mark: Substring) -> String? {
        let pieces = mark.split(separator: "@", omittingEmptySubsequences: false)
        guard let first = pieces.first, pieces.count <= 2 else { return nil }
        let days = first.isEmpty ? 0 : Int(first)
        guard let days else { return nil }
        let day = moment.day.adding(days: days)
        guard pieces.count == 2 else { return day.description }
        return Int(pieces[1]).map { minute(days == 0 ? nil : day, $0).description }
    }

    /// Meetings of other days begin at half past nine; one shortly after midnight is held in less time.
    private func minute(_ day: Day?, _ minute: Int) -> Moment {
        if let day { return Moment(secondsSince1970: day.number * 86_400 + 34_200 + minute * 60) }
        let since = moment.secondsSince1970 - moment.day.number * 86_400
        let length = min(since, Occasion.minutes * 60)
        return Moment(secondsSince1970: moment.secondsSince1970 - length + length * minute / Occasion.minutes)
    }
}

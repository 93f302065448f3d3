/// What titles of columns have in common, for suggestions that a person looks at.
public enum TitleWords {
    /// The words of a title in small letters, each without the s of a plural.
    public static func words(of title: String) -> Set<String> {
        Set(
            title.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
                word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : String(word)
            })
    }

    /// A title for comparing where only letters and digits count: `LOCAL SUB SPECIALTY CODE` of `local_sub-specialty code`.
    public static func key(_ title: some StringProtocol) -> String {
        title.uppercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// The known title that a title is most like, by the share of words that both have of those that either has.
    ///
    /// - Returns: nil where fewer than half of the words are common, and where two known titles are equally like.
    public static func nearest(to title: String, among known: [String]) -> String? {
        let wanted = words(of: title)
        guard !wanted.isEmpty else { return nil }
        var (best, share, isAlone): (String?, Double, Bool) = (nil, 0, true)
        for candidate in known {
            let other = words(of: candidate)
            let likeness = Double(wanted.intersection(other).count) / Double(wanted.union(other).count)
            if likeness > share {
                (best, share, isAlone) = (candidate, likeness, true)
            } else if likeness == share {
                isAlone = false
            }
        }
        return share >= 0.5 && isAlone ? best : nil
    }
}

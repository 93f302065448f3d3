/// Numbers of challenges and spans of them as people write them, set apart by commas: `3, 7-9`.
public enum ChallengeNumbers {
    /// - Returns: nil where it is no such list, or a span is of more than ten million.
    public static func read(_ text: some StringProtocol) -> Set<Int>? {
        var numbers: Set<Int> = []
        for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map { whole($0) }
            switch ends.count {
            case 1:
                guard let one = ends[0], one >= 1 else { return nil }
                numbers.insert(one)
            case 2:
                guard let first = ends[0], let last = ends[1], first >= 1, first <= last, last - first < 10_000_000
                else { return nil }
                numbers.formUnion(first...last)
            default: return nil
            }
        }
        return numbers
    }

    private static func whole(_ text: some StringProtocol) -> Int? {
        let digits = text.drop(while: \.isWhitespace)
        guard let last = digits.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return Int(digits[...last])
    }
}

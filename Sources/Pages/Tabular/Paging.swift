/// Which rows of a long list are on the page.
public struct Paging: Hashable, Sendable {
    /// From 1; beyond the last, the last.
    public let page: Int
    public let size: Int
    /// Rows in the whole list.
    public let total: Int

    public static let usualSize = 100

    /// - Precondition: `size` is 1 or more and `total` is not negative.
    public init(page: Int, size: Int = Paging.usualSize, total: Int) {
        precondition(size >= 1 && total >= 0, "a page holds rows")
        self.size = size
        self.total = total
        self.page = min(max(1, page), max(1, (total + size - 1) / size))
    }

    /// At least one, even of nothing.
    public var pages: Int { max(1, (total + size - 1) / size) }

    /// As people count: the first row is 1.
    public var range: ClosedRange<Int> {
        let first = (page - 1) * size + 1
        return first...max(first, min(page * size, total))
    }

    /// Of an array: the rows to show.
    public var slice: Range<Int> { min((page - 1) * size, total)..<min(page * size, total) }

    enum Step: Hashable {
        case page(Int)
        case gap
    }

    /// The first, the last and those about this one.
    var steps: [Step] {
        let shown = Set([1, pages, page - 1, page, page + 1]).filter { (1...pages).contains($0) }.sorted()
        var steps: [Step] = []
        for page in shown {
            if case .page(let last) = steps.last, page > last + 1 {
                steps.append(page == last + 2 ? .page(page - 1) : .gap)
            }
            steps.append(.page(page))
        }
        return steps
    }
}

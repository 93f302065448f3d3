import Pages
import Testing

@Suite struct PagingTests {
    @Test(arguments: [
        (1, 612, 1, 7, 1...100, 0..<100), (7, 612, 7, 7, 601...612, 600..<612), (99, 612, 7, 7, 601...612, 600..<612),
        (-3, 612, 1, 7, 1...100, 0..<100), (1, 100, 1, 1, 1...100, 0..<100), (2, 101, 2, 2, 101...101, 100..<101),
    ])
    func `a page holds its hundred rows`(
        asked: Int, total: Int, page: Int, pages: Int, range: ClosedRange<Int>, slice: Range<Int>
    ) {
        let paging = Paging(page: asked, total: total)
        #expect(paging.page == page)
        #expect(paging.pages == pages)
        #expect(paging.range == range)
        #expect(paging.slice == slice)
    }

    @Test func `nothing has one empty page`() {
        let paging = Paging(page: 1, total: 0)
        #expect(paging.pages == 1)
        #expect(paging.slice.isEmpty)
    }

    @Test func `the slices of all pages are the list, once each`() {
        for total in [0, 1, 99, 100, 101, 612] {
            let pages = 1...Paging(page: 1, size: 7, total: total).pages
            let rows = pages.flatMap { Array(Paging(page: $0, size: 7, total: total).slice) }
            #expect(rows == Array(0..<total))
        }
    }
}

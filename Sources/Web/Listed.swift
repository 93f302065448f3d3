import Pages
import Tabular

/// A table sorted as asked and cut to one page.
struct Listed {
    let table: Table
    let whole: Table
    let paging: Paging
    let sortable: Set<String>

    /// A list whose rows are costly to write out: where nothing is sorted or taken away, only the page's are.
    ///
    /// - Parameter make: the table of some of the elements.
    init<Element>(
        _ elements: [Element], _ question: Question, make: ([Element]) -> Table
    ) {
        guard question.query.sort == nil, question.asked.format == nil else {
            self.init(make(elements), question.query)
            return
        }
        let paging = Paging(page: question.query.page, total: elements.count)
        self.init(page: make(Array(elements[paging.slice])), paging: paging)
    }

    private init(page: Table, paging: Paging) {
        self.paging = paging
        table = page
        whole = page
        sortable = Set(page.columns.map(\.key))
    }

    init(_ table: Table, _ query: ListQuery, size: Int = Paging.usualSize) {
        var whole = table
        if let (key, isDescending) = query.sortColumn,
            let column = table.columns.firstIndex(where: { $0.key == key })
        {
            whole.rows = table.sorted(by: column, isDescending: isDescending)
        }
        paging = Paging(page: query.page, size: size, total: whole.rows.count)
        var page = whole
        page.rows = Array(whole.rows[paging.slice])
        self.whole = whole
        self.table = page
        sortable = Set(table.columns.map(\.key))
    }
}

import Pages
import Tabular

/// A table sorted as asked and cut to one page.
struct Listed {
    let table: Table
    let whole: Table
    let paging: Paging
    let sortable: Set<String>

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

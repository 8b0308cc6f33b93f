using System.Globalization;
using System.Text;

namespace StorageKit.Benchmarks.Report;

/// <summary>Draws a plot; it is read on a light and on a dark page.</summary>
internal sealed class Svg
{
    const int Width = 720, Height = 400, Left = 80, Right = 190, Top = 40, Bottom = 50;

    const string Style = """
        text { font: 12px sans-serif; fill: #333 } .title { font-size: 14px; font-weight: bold }
        .grid { stroke: #8884; stroke-width: 1 } .line { fill: none; stroke-width: 2 }
        @media (prefers-color-scheme: dark) { text { fill: #ddd } }
        """;

    // Told apart by people who see no red or green, too.
    static readonly string[] s_colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#999999"];

    readonly StringBuilder _text = new();
    readonly (double Low, double High) _x, _y;

    Svg(Chart chart)
    {
        var points = chart.Series.SelectMany(series => series.Points).ToList();
        _x = (Math.Log10(points.Min(point => point.X)), Math.Log10(points.Max(point => point.X)));
        _y = (Math.Floor(Math.Log10(points.Min(point => point.Y))), Math.Ceiling(Math.Log10(points.Max(point => point.Y))));
        if (_y.Low == _y.High)
            _y.High++;
    }

    public static string Draw(Chart chart)
    {
        var svg = new Svg(chart);
        svg.Line($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">
            """);
        svg.Line($"<title>{Escape(chart.Caption)}</title><style>{Style.ReplaceLineEndings("\n")}</style>");
        svg.Text(Left, 20, chart.Caption, "start", "title");
        svg.Text((Left + Width - Right) / 2, Height - 10, chart.X, "middle");
        svg.Text(Left - 60, Top - 8, chart.Y, "start");
        svg.DrawGrid(chart);
        for (var i = 0; i < chart.Series.Count; i++)
            svg.DrawSeries(chart.Series[i], s_colors[i % s_colors.Length], i);
        svg.Line($"</svg>");
        return svg._text.ToString();
    }

    void DrawGrid(Chart chart)
    {
        for (var power = _y.Low; power <= _y.High; power++)
        {
            var y = Vertical(Math.Pow(10, power));
            Line($"<line class=\"grid\" x1=\"{Left}\" y1=\"{y:0.#}\" x2=\"{Width - Right}\" y2=\"{y:0.#}\"/>");
            Text(Left - 8, y + 4, Short(Math.Pow(10, power)), "end");
        }
        foreach (var value in chart.Series.SelectMany(series => series.Points).Select(point => point.X).Distinct().Order())
            Text(Horizontal(value), Height - Bottom + 18, Short(value), "middle");
    }

    void DrawSeries(Series series, string color, int index)
    {
        var points = series.Points.Select(point => (X: Horizontal(point.X), Y: Vertical(point.Y))).ToList();
        var path = string.Join(' ', points.Select(point => FormattableString.Invariant($"{point.X:0.#},{point.Y:0.#}")));
        Line($"<polyline class=\"line\" stroke=\"{color}\" points=\"{path}\"/>");
        foreach (var (x, y) in points)
            Line($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" fill=\"{color}\"/>");
        Line($"<rect x=\"{Width - Right + 14}\" y=\"{Top + 20 * index}\" width=\"12\" height=\"12\" fill=\"{color}\"/>");
        Text(Width - Right + 32, Top + 20 * index + 10, series.Name, "start");
    }

    double Horizontal(double value) =>
        Left + (_x.High == _x.Low ? 0.5 : (Math.Log10(value) - _x.Low) / (_x.High - _x.Low)) * (Width - Left - Right);

    double Vertical(double value) =>
        Height - Bottom - (Math.Log10(value) - _y.Low) / (_y.High - _y.Low) * (Height - Top - Bottom);

    void Text(double x, double y, string text, string anchor, string style = "") =>
        Line($"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\">{Escape(text)}</text>");

    void Line(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    static string Short(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " M",
        >= 1e4 => (value / 1e3).ToString("0.##", CultureInfo.InvariantCulture) + " k",
        _ => value.ToString("0.######", CultureInfo.InvariantCulture),
    };

    static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}

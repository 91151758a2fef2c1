using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace Local.Cli.Sample;

/// <summary>
/// An invented Swiss industrial supplier: 300 customers, three years of orders with cost, invoices with payments, visits, cases and open opportunities, written as CSV in the
/// layout of <c>sample.mapping.json</c>. The same seed gives the same bytes.
/// </summary>
/// <remarks>
/// Customers buy at their own pace (gamma) and leave for good after an order with their own chance (beta), the assumptions of the BG/NBD model, so that the value model has
/// something to find. Some are regular, a few have left, some sell below cost, some groups have subsidiaries, and some facts are missing, as in any CRM.
/// </remarks>
public sealed class SampleData
{
    /// <summary>First and last day on which something happens.</summary>
    public static readonly DateTime From = new(2023, 10, 1, 0, 0, 0, DateTimeKind.Utc), Until = new(2026, 9, 30, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Number of customers.</summary>
    public const int AccountCount = 300;

    private readonly SeededRandom random;
    private readonly string folder;
    private readonly List<string> orders = ["order_number,account_number,order_date,due_date"];
    private readonly List<string> lines = ["order_number,line_number,product_number,quantity,unit_price,discount_amount,unit_cost"];
    private readonly List<string> invoices = ["invoice_number,order_number,account_number,invoice_date,due_date,paid_on"];
    private int orderNumber = 100000;

    private SampleData(string folder, ulong seed)
    {
        this.folder = folder;
        random = new SeededRandom(seed);
    }

    /// <summary>Writes the files into a folder, which is created.</summary>
    public static void Write(string folder, ulong seed = 20260930)
    {
        Directory.CreateDirectory(folder);
        new SampleData(folder, seed).Write();
    }

    private void Write()
    {
        var accounts = Accounts();
        WriteFile("accounts.csv", accounts.Select(a => string.Join(',', a.Number, Quoted(a.Name), a.ParentNumber, a.Seat.PostalCode, a.Seat.Town, a.Seat.Canton, a.Employees,
            a.StrategicFit, a.NetPromoterScore, Number(a.WalletSize), a.IsKeyAccount ? "true" : "false",
            SampleManagers.Of(a.Seat.Canton), SampleManagers.LanguageOf(a.Seat.Canton)))
            .Prepend("account_number,name,parent_number,postal_code,city,canton,employees,strategic_fit,net_promoter_score,wallet_size,is_key_account,manager_number,care_language"));
        WriteFile("managers.csv", SampleManagers.Lines());
        WriteFile("products.csv", Products().Prepend("product_number,name,family,list_price,standard_cost"));
        foreach (var account in accounts) Trade(account);
        WriteFile("orders.csv", orders);
        WriteFile("order_lines.csv", lines);
        WriteFile("invoices.csv", invoices);
        WriteFile("visits.csv", accounts.SelectMany(Visits).Prepend("visit_id,account_number,subject,ended_on,minutes"));
        WriteFile("cases.csv", accounts.SelectMany(Cases).Prepend("case_id,account_number,title,created_on"));
        WriteFile("opportunities.csv", accounts.SelectMany(Opportunities).Prepend("opportunity_id,account_number,name,estimated_value,estimated_close"));
    }

    private List<SampleAccount> Accounts()
    {
        var accounts = new List<SampleAccount>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (accounts.Count < AccountCount)
        {
            // Every sixth customer is a plant of one of the first fifty: groups for the roll-up, up to three levels deep.
            var parent = accounts.Count >= 50 && random.Chance(1 / 6.0) ? accounts[random.Between(0, accounts.Count - 1)] : null;
            var seat = random.Pick(SampleVocabulary.Towns);
            var (trade, form) = random.Pick(SampleVocabulary.Trades);
            var name = parent is null ? $"{random.Pick(SampleVocabulary.Names)} {trade} {form}" : $"{parent.Name}, {seat.Town}";
            if (!names.Add(name)) continue;

            var size = Math.Exp(0.9 * random.Normal());
            var isKey = size > 2.2;
            accounts.Add(new SampleAccount
            {
                Number = $"CH-{accounts.Count + 1:D5}",
                Name = name,
                Seat = seat,
                ParentNumber = parent?.Number,
                Employees = (int)Math.Max(5, 60 * size * (0.5 + random.Share())),
                FirstOrderOn = From.AddDays(random.Between(0, random.Chance(0.7) ? 200 : 900)),
                GapDays = Math.Clamp(7 / random.Gamma(1.4, 0.09), 4, 400),
                LeaveChance = random.Beta(0.7, 9),
                Size = size,
                Discount = (decimal)Math.Round(Math.Clamp(0.06 + 0.07 * Math.Log(1 + size) + 0.05 * random.Normal(), 0, 0.45), 2),
                Families = Enumerable.Range(0, SampleVocabulary.Families.Length).Where(_ => random.Chance(0.25 + 0.1 * Math.Min(4, size))).DefaultIfEmpty(random.Between(0, 3)).ToArray(),
                PaymentDelay = 6 + 9 * random.Normal(),
                StrategicFit = random.Chance(0.8) ? random.Between(1, 5) : null,
                NetPromoterScore = random.Chance(0.55) ? Math.Clamp((int)(25 + 40 * random.Normal()), -100, 100) : null,
                WalletSize = random.Chance(0.7) ? 1000m * Math.Round((decimal)(size * 720 * (0.6 + random.Share()))) : null,
                IsKeyAccount = isKey,
            });
        }
        return accounts;
    }

    private static IEnumerable<string> Products() => SampleVocabulary.Families.SelectMany((family, f) => family.Products.Select((name, p) =>
        string.Join(',', ProductNumber(f, p), Quoted(name), family.Family, Number(ListPrice(f, p)), Number(UnitCost(f, p)))));

    private void Trade(SampleAccount account)
    {
        for (var day = account.FirstOrderOn; day <= Until; day = day.AddDays(1 + Math.Round(random.Exponential(account.GapDays))))
        {
            Order(account, WorkingDay(day));
            if (random.Chance(account.LeaveChance)) return;
        }
    }

    private void Order(SampleAccount account, DateTime on)
    {
        if (on > Until) return;
        var number = $"SO-{++orderNumber}";
        orders.Add(string.Join(',', number, account.Number, Day(on), Day(on.AddDays(random.Between(5, 30)))));
        var count = random.Between(1, 5);
        for (var i = 1; i <= count; i++)
        {
            var family = random.Pick(account.Families);
            var product = random.Between(0, SampleVocabulary.Families[family].Products.Length - 1);
            var listPrice = ListPrice(family, product);
            // One line in a hundred is a return.
            var quantity = Math.Max(1, (int)Math.Round(account.Size * 7200 / (double)listPrice * (0.5 + random.Share()))) * (random.Chance(0.01) ? -1 : 1);
            // One line in twenty carries a special price, some of them below cost.
            var special = random.Chance(0.05) ? 0.05m * random.Between(2, 9) : 0m;
            var price = Math.Round(listPrice * (1 - account.Discount) * (1 - special), 2);
            // A return has none: the platform takes no negative discount.
            var discount = random.Chance(0.1) && quantity > 0 ? Math.Round(price * quantity * 0.02m, 2) : 0m;
            lines.Add(string.Join(',', number, i, ProductNumber(family, product), quantity, Number(price), Number(discount), random.Chance(0.003) ? "" : Number(UnitCost(family, product))));
        }
        var due = on.AddDays(30);
        var paid = due.AddDays(Math.Round(account.PaymentDelay + 5 * random.Normal()));
        invoices.Add(string.Join(',', "RE-" + number[3..], number, account.Number, Day(on), Day(due), paid <= Until ? Day(paid) : ""));
    }

    private IEnumerable<string> Visits(SampleAccount account)
    {
        var count = (int)Math.Round(Math.Min(40, account.Size * 5 * (0.5 + random.Share())));
        for (var i = 1; i <= count; i++)
            yield return string.Join(',', $"{account.Number}-V{i}", account.Number, random.Pick(SampleVocabulary.VisitSubjects), Day(WorkingDay(From.AddDays(random.Between(0, 1090)))), 15 * random.Between(2, 16));
    }

    private IEnumerable<string> Cases(SampleAccount account)
    {
        var count = random.Between(0, (int)Math.Ceiling(2 * account.Size));
        for (var i = 1; i <= count; i++)
            yield return string.Join(',', $"{account.Number}-C{i}", account.Number, random.Pick(SampleVocabulary.CaseTitles), Day(From.AddDays(random.Between(0, 1090))));
    }

    private IEnumerable<string> Opportunities(SampleAccount account)
    {
        if (!random.Chance(0.35)) yield break;
        yield return string.Join(',', $"{account.Number}-O1", account.Number, random.Pick(SampleVocabulary.OpportunityNames),
            Number(1000m * Math.Round((decimal)(account.Size * 200 * (0.3 + random.Share())))), Day(Until.AddDays(random.Between(20, 200))));
    }

    private static string ProductNumber(int family, int product) => $"P{family + 1}{product + 1:D2}";

    private static decimal ListPrice(int family, int product) => Math.Round(SampleVocabulary.Families[family].ListPrice * (0.7m + 0.2m * product), 2);

    private static decimal UnitCost(int family, int product) => Math.Round(ListPrice(family, product) * SampleVocabulary.Families[family].CostShare, 2);

    private static DateTime WorkingDay(DateTime day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string text) => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;

    private void WriteFile(string name, IEnumerable<string> content) =>
        File.WriteAllText(Path.Combine(folder, name), string.Join('\n', content) + "\n", new UTF8Encoding(false));
}

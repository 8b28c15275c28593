using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wijkfonds.Web.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SubjectsOfLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_JournalLine_FundId_Subject",
                table: "JournalLine",
                columns: new[] { "FundId", "Subject" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_JournalLine_FundId_Subject",
                table: "JournalLine");
        }
    }
}
